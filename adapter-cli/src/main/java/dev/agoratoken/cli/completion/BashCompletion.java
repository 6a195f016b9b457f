package dev.agoratoken.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for bash, which also works in zsh, generated from the commands. */
public final class BashCompletion {
    private static final String BEGINNING = """
            # Completes agora-token in bash, and in zsh through bashcompinit.

            # Offers the words that start with the typed text. No space follows a word that ends with =, because its value does.
            _agora_token_offer() {
              COMPREPLY=($(compgen -W "$1" -P "$prefix" -- "$current"))
              if [[ ${COMPREPLY[*]} == *= ]]; then
                compopt -o nospace 2>/dev/null
              fi
            }

            _agora_token_offer_files() {
              local IFS=$'\\n'
              COMPREPLY=($(compgen -f -P "$prefix" -- "$current"))
              compopt -o filenames 2>/dev/null
            }

            _agora_token() {
              local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
              local prefix='' command='' help='' words='' options='' i
              COMPREPLY=()
              # --role=pub is three words in bash (unless COMP_WORDBREAKS has no =) and one word in zsh.
              if [[ $current == '=' || $option == '=' ]]; then
                if [[ $current == '=' ]]; then
                  current=''
                else
                  option=${COMP_WORDS[COMP_CWORD - 2]}
                fi
                if [[ $option != --* ]]; then
                  return
                fi
              elif [[ $current == --*=* ]]; then
                option=${current%%=*}
                prefix=$option=
                current=${current#*=}
              fi
            """;

    private static final String END = """
              if [[ $current == -* || -z $words ]] && [[ -z $help ]]; then
                _agora_token_offer "$options"
              else
                _agora_token_offer "$words"
              fi
            }

            if [[ -n ${ZSH_VERSION-} ]]; then
              type compdef >/dev/null 2>&1 || { autoload -Uz compinit && compinit; }
              autoload -Uz bashcompinit && bashcompinit
            fi
            complete -F _agora_token agora-token
            """;

    private final Map<String, CommandLine> commands = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final String helpCommand;

    public BashCompletion(CommandLine program, String helpCommand) {
        this.helpCommand = helpCommand;
        commands.put("", program);
        collect("", program);
    }

    private void collect(String prefix, CommandLine group) {
        group.getSubcommands().forEach((word, command) -> {
            commands.put(prefix + word, command);
            collect(prefix + word + " ", command);
        });
    }

    public String script() {
        addWalk();
        lines.add("  case $command in");
        commands.forEach(this::addCommand);
        lines.add("  esac");
        return BEGINNING + String.join("\n", lines) + "\n" + END;
    }

    /** Finds the command among the words before the cursor, also after the help command. */
    private void addWalk() {
        String names = commands.keySet().stream()
                .filter(name -> !name.isEmpty() && !name.equals(helpCommand))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(" | "));
        lines.add("  for ((i = 1; i < COMP_CWORD; i++)); do");
        lines.add("    case ${command:+$command }${COMP_WORDS[i]} in");
        lines.add("      '" + helpCommand + "') help=yes ;;");
        lines.add("      " + names + ") command=${command:+$command }${COMP_WORDS[i]} ;;");
        lines.add("    esac");
        lines.add("  done");
    }

    private void addCommand(String name, CommandLine command) {
        CompletionModel completionModel = new CompletionModel(command.getCommandSpec());
        lines.add("    '" + name + "')");
        lines.add("      words='" + String.join(" ", completionModel.words()) + "'");
        lines.add("      options='" + optionNames(completionModel.options().stream(), " ") + "'");
        lines.add("      case $option in");
        completionModel.options().stream()
                .filter(CompletionModel::takesValue)
                .forEach(option -> addOption(completionModel, option));
        lines.add("      esac");
        lines.add("      ;;");
    }

    private void addOption(CompletionModel completionModel, OptionSpec option) {
        List<String> values = completionModel.values(option);
        String offer = CompletionModel.takesFile(option)
                ? "_agora_token_offer_files; return"
                : values.isEmpty() ? "return" : "_agora_token_offer '" + String.join(" ", values) + "'; return";
        lines.add("        " + optionNames(Stream.of(option), " | ") + ") " + offer + " ;;");
    }

    private static String optionNames(Stream<OptionSpec> options, String separator) {
        return options.flatMap(option -> Arrays.stream(option.names())).collect(Collectors.joining(separator));
    }
}
