package dev.agoratoken.cli.option;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.error.SecretGuard;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.wire.IssuedTokenDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that makes tokens can be told. */
public final class IssuingOptions {
    public static final String SYNOPSIS = "[OPTIONS]";

    @Option(
            names = "--expire",
            paramLabel = "LIFETIME",
            description =
                    "How long the token is good, 1 second to 24 hours: 3600, 30m, 1h (default: 1h unless configured).",
            order = 100)
    private String expire;

    @Option(
            names = "--allow-wildcard",
            description = "Let '*' in a channel or account stand for any text.",
            order = 120)
    private boolean allowWildcard;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = CompletionCandidates.Formats.class,
            description = "Token format, 007 or 006 (default: 007 unless configured).",
            order = 130)
    private String format;

    @Option(names = "--project", paramLabel = "NAME", description = "The project, if there are several.", order = 140)
    private String project;

    @Option(
            names = "--app-id",
            paramLabel = "ID",
            description = "The App ID, instead of the configured one.",
            order = 150)
    private String appId;

    @Option(
            names = "--cert-file",
            paramLabel = "FILE",
            description = "The file that holds the App Certificate, or - for standard input.",
            order = 160)
    private String certFile;

    @Mixin
    private ConfigOption config;

    @Option(names = "--json", description = "Print the token with what is in it as JSON.", order = 170)
    private boolean json;

    public boolean isJson() {
        return json;
    }

    public WildcardPolicy wildcards() {
        return allowWildcard ? WildcardPolicy.ALLOWED : WildcardPolicy.REFUSED;
    }

    public TokenRequest request(List<? extends Service> services) {
        return new TokenRequest(
                Optional.ofNullable(project).map(ProjectName::of),
                Optional.ofNullable(format).map(TokenFormat::fromPrefix),
                Optional.ofNullable(expire).map(text -> ArgumentParsers.lifetime("expire", text)),
                List.copyOf(services));
    }

    /** What the arguments say, for requests that leave it open. */
    public RequestDefaults defaults() {
        TokenRequest asked = request(List.of());
        Map<String, Object> given = new LinkedHashMap<>();
        asked.project().ifPresent(name -> given.put("project", name.value()));
        asked.format().ifPresent(chosen -> given.put("format", chosen.prefix()));
        asked.lifetime().ifPresent(lifetime -> given.put("expiresIn", lifetime.seconds()));
        if (allowWildcard) {
            given.put("wildcards", true);
        }
        return new RequestDefaults(given);
    }

    /** Refuses that standard input is to hold the certificate and something else. */
    public void rejectSharedStdin(InputFile file) {
        if (file.isStandardInput() && InputFile.STDIN.equals(certFile)) {
            throw new InvalidValueException(
                    file.option(), "the certificate is read from standard input", "name a file for one of the two");
        }
    }

    public ConfigOverrides overrides() {
        if (appId != null) {
            ArgumentParsers.parse("app-id", appId, AppId::of);
        }
        if (certFile != null) {
            SecretGuard.rejectCertificateAsFileName(certFile);
        }
        if (project != null && (appId != null || certFile != null)) {
            throw new InvalidValueException(
                    "project",
                    "--app-id and --cert-file describe a project, and --project names another",
                    "leave out --project, or the other two");
        }
        return new ConfigOverrides(Optional.ofNullable(appId), Optional.ofNullable(certFile), config.file());
    }

    /** Issues one token for these services and prints it. */
    public int issue(CommandContext commandContext, List<? extends Service> services) {
        return issue(commandContext, request(services));
    }

    /** Issues that token and prints it. */
    public int issue(CommandContext commandContext, TokenRequest request) {
        IssuedToken issued =
                commandContext.ports().issuers().create(overrides()).issue(request);
        if (json) {
            commandContext.printJson(IssuedTokenDocument.from(issued));
        } else {
            commandContext.out().println(issued.text());
        }
        return ExitCodes.DONE;
    }
}
