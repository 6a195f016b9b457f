package dev.agoratoken.cli.option;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.document.IssuedTokenDocument;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that issues tokens. */
public final class IssuingOptions {
    public static final String SYNOPSIS = "[OPTIONS]";

    @Option(
            names = "--expire",
            paramLabel = "LIFETIME",
            description =
                    "The lifetime of the token, 1 second to 24 hours: 3600, 30m, 1h (default: 1h, unless configured).",
            order = 100)
    private @Nullable String expire;

    @Option(
            names = "--allow-wildcard",
            description = "Allow '*' in a channel or account, which Agora matches as a pattern.",
            order = 120)
    private boolean allowWildcard;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = CompletionCandidates.Formats.class,
            description = "The token format, 007 or 006 (default: 007, unless configured).",
            order = 130)
    private @Nullable String format;

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    public boolean isJson() {
        return json.isPresent();
    }

    public WildcardPolicy wildcards() {
        return allowWildcard ? WildcardPolicy.ALLOWED : WildcardPolicy.REJECTED;
    }

    public TokenRequest request(List<? extends Service> services) {
        return new TokenRequest(
                project.project(),
                Optional.ofNullable(format).map(TokenFormat::fromPrefix),
                Optional.ofNullable(expire).map(text -> ArgumentParsers.lifetime("expire", text)),
                List.copyOf(services));
    }

    /** The options as defaults for requests. */
    public RequestDefaults defaults() {
        TokenRequest options = request(List.of());
        Map<String, Object> fields = new LinkedHashMap<>();
        options.project().ifPresent(name -> fields.put("project", name.value()));
        options.format().ifPresent(tokenFormat -> fields.put("format", tokenFormat.prefix()));
        options.lifetime().ifPresent(lifetime -> fields.put("expiresIn", lifetime.seconds()));
        if (allowWildcard) {
            fields.put("wildcards", true);
        }
        return new RequestDefaults(fields);
    }

    /** Rejects standard input as the source of both the certificate and this file. */
    public void rejectSharedStdin(InputFile file, String content) {
        project.rejectSharedStdin(file.option(), content, file.isStandardInput());
    }

    public ConfigOverrides overrides() {
        project.rejectContradictions();
        return project.overrides();
    }

    /** Issues one token for these services and prints it. */
    public int issue(CommandContext commandContext, List<? extends Service> services) {
        return issue(commandContext, request(services));
    }

    /** Issues the requested token and prints it. */
    public int issue(CommandContext commandContext, TokenRequest request) {
        IssuedToken issued =
                commandContext.ports().issuers().create(overrides()).issue(request);
        if (isJson()) {
            commandContext.printJson(IssuedTokenDocument.from(issued));
        } else {
            commandContext.out().println(issued.text());
        }
        return ExitCodes.DONE;
    }
}
