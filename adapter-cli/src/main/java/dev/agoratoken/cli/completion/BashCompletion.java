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

/** A completion script for bash, which zsh understands, too, written from the commands themselves. */
public final class BashCompletion {
    private static final String BEGINNING = """
            # Completes agora-token in bash, and in zsh as bash does it.

            # Offers those of the words that go on from what is typed. After a name with = comes its value at once.
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
              # --role=pub are three words to bash, unless it is told otherwise, and one to zsh.
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

    private void collect(String before, CommandLine group) {
        group.getSubcommands().forEach((word, command) -> {
            commands.put(before + word, command);
            collect(before + word + " ", command);
        });
    }

    public String script() {
        addWalk();
        lines.add("  case $command in");
        commands.forEach(this::addCommand);
        lines.add("  esac");
        return BEGINNING + String.join("\n", lines) + "\n" + END;
    }

    /** Finds the command among the words before the cursor; what is asked of help is a command, too. */
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
        lines.add("      options='" + names(completionModel.options().stream(), " ") + "'");
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
        lines.add("        " + names(Stream.of(option), " | ") + ") " + offer + " ;;");
    }

    private static String names(Stream<OptionSpec> options, String between) {
        return options.flatMap(option -> Arrays.stream(option.names())).collect(Collectors.joining(between));
    }
}
