package dev.agoratoken.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** The architecture rules, each with the violations that it reports in the fixture and the code that it accepts there. */
enum Rule {
    MODULES_POINT_INWARD(
            LayerRules::modulesPointInward,
            reports("http.KnowsCommandLine", "cli.KnowsServer", "cli.KnowsApp", "stray.Stray"),
            accepts("app.Main.run(", "token.KnowsCodec")),
    HTTP_DOES_NOT_KNOW_THE_COMMAND_LINE(
            LayerRules::httpDoesNotKnowTheCommandLine, reports("http.KnowsCommandLine"), accepts("cli.KnowsServer")),
    THE_COMMAND_LINE_DOES_NOT_KNOW_HTTP(
            LayerRules::theCommandLineDoesNotKnowHttp, reports("cli.KnowsServer"), accepts("http.KnowsCommandLine")),
    CORE_PACKAGES(
            LayerRules::corePackages,
            reports("token.KnowsCodec", "document.KnowsCodec", "issuing.policy.rate.KnowsRules"),
            accepts("codec.TokenCodec.key(", "issuing.policy.rule.Rule.<init>")),
    HTTP_PACKAGES(
            LayerRules::httpPackages,
            reports("http.settings.KnowsJson"),
            accepts("http.HttpAdapter", "http.log.JsonLog")),
    CLI_PACKAGES(LayerRules::cliPackages, reports("cli.error.KnowsTerminal"), accepts("cli.CliAdapter")),
    APP_PACKAGES(
            LayerRules::appPackages, reports("app.audit.KnowsServe"), accepts("app.Main", "app.serve.Server.toString")),
    CODEC_IS_USED_BY_ISSUING_AND_VERIFY_ONLY(
            LayerRules::codecIsUsedByIssuingAndVerifyOnly,
            reports("token.KnowsCodec", "document.KnowsCodec", "issuing.policy.KnowsCodec", "app.KnowsInternals"),
            accepts("issuing.ReadsTokens", "verify.ReadsTokens")),
    POLICY_AND_DOCUMENTS_ARE_USED_BY_ADAPTERS_AND_APP_ONLY(
            LayerRules::policyAndDocumentsAreUsedByAdaptersAndAppOnly,
            reports("verify.KnowsRules", "issuing.KnowsDocuments"),
            accepts("document.KnowsRules", "app.KnowsInternals", "issuing.policy.rate.KnowsRules")),
    APP_USES_ONLY_EXPORTED_PACKAGES_OF_ADAPTERS(
            LayerRules::appUsesOnlyExportedPackagesOfAdapters,
            reports("http.json.Json", "cli.added.NotListed"),
            accepts(
                    "app.Main.run(",
                    "type <dev.agoratoken.architecture.fixture.http.log",
                    "type <dev.agoratoken.architecture.fixture.codec")),
    EVERY_PACKAGE_IS_LISTED(
            LayerRules::everyPackageIsListed,
            reports(
                    "stray.Stray resides in a package that is not listed",
                    "cli.added.NotListed resides in a package that is not listed",
                    "fixture.http.web is listed and has no classes"),
            accepts("token.KnowsCodec", "fixture.cli is listed")),
    /** ArchUnit reports at least one cycle where there are some, and not always all. */
    NO_PACKAGE_CYCLES(
            LayerRules::noPackageCycles,
            reports("Cycle detected: Slice dev.agoratoken.architecture.fixture."),
            accepts("fixture.document", "fixture.verify")),

    CORE_USES_LITTLE_OF_THE_JDK(
            CoreRules::coreUsesLittleOfTheJdk,
            reports(
                    "token.UsesTooMuch.path",
                    "token.UsesTooMuch.checksum",
                    "token.ThrowsDice.secure()",
                    "codec.Hidden.uri",
                    "issuing.CliName.threads",
                    "document.SpeaksJson.file",
                    "document.SpeaksJson.json",
                    "verify.UsesTooMuch.text"),
            accepts(
                    "token.AppCertificate",
                    "token.ArrayRecord",
                    "codec.TokenCodec",
                    "codec.Hidden.toString",
                    "issuing.TokenMint",
                    "issuing.SaltSource",
                    "document.Plain")),
    TIME_IS_AN_ARGUMENT(
            CoreRules::timeIsAnArgument,
            reports(
                    "token.AsksTheClock.now()",
                    "token.AsksTheClock.reference()",
                    "token.AsksTheClock.date()",
                    "token.AsksTheClock.millis()",
                    "token.AsksTheClock.nanos()",
                    "token.AsksTheClock.utc()",
                    "issuing.TokenMint.another()",
                    "issuing.Other.of()",
                    "fixture.AgoraTokens.another()"),
            accepts("issuing.TokenMint.of()", "fixture.AgoraTokens.of()")),
    RANDOMNESS_IS_AN_ARGUMENT(
            CoreRules::randomnessIsAnArgument,
            reports(
                    "token.ThrowsDice.random()",
                    "token.ThrowsDice.reference()",
                    "token.ThrowsDice.secure()",
                    "token.ThrowsDice.strong()",
                    "token.ThrowsDice.ofThread()",
                    "token.ThrowsDice.uuid()",
                    "token.ThrowsDice.math()",
                    "issuing.SaltSource.another()"),
            accepts("issuing.SaltSource.nonRepeating()", "token.ThrowsDice.given(")),
    TOKEN_NEVER_CHANGES(
            CoreRules::tokenNeverChanges, reports("token.OpenType.changeable"), accepts("token.AppCertificate")),
    TOKEN_IS_CLOSED(
            CoreRules::tokenIsClosed,
            reports("token.OpenType", "token.OpenInterface"),
            accepts("token.AppCertificate", "token.ArrayRecord", "token.service.Privilege", "token.SealedInterface")),
    CERTIFICATES_ARE_REVEALED_TO_THE_CODEC_ONLY(
            CoreRules::certificatesAreRevealedToTheCodecOnly,
            reports(
                    "app.RevealsCertificate.call(",
                    "app.RevealsCertificate.reference(",
                    "app.RevealsCertificate.permission("),
            accepts("codec.TokenCodec")),
    NO_TRANSPORT_WORDS_IN_TYPES(
            CoreRules::noTransportWordsInTypes,
            reports("token.HttpName", "issuing.CliName"),
            accepts("token.AppCertificate", "issuing.Client", "http.HttpAdapter")),
    NO_TRANSPORT_WORDS_IN_MEMBERS(
            CoreRules::noTransportWordsInMembers,
            reports("token.TransportWords.statusCode()", "token.TransportWords.toStdout()", "TransportWords.HTTP_PORT"),
            accepts("token.TransportWords.clients()", "token.TransportWords.code()")),

    STATIC_FIELDS_ARE_FINAL(
            GeneralRules::staticFieldsAreFinal, reports("app.Main.started"), accepts("token.TransportWords.HTTP_PORT")),
    RECORDS_HOLD_NO_ARRAYS(
            GeneralRules::recordsHoldNoArrays,
            reports("token.ArrayRecord.bytes"),
            accepts("token.ArrayRecord.number", "token.AppCertificate")),
    ONLY_THE_APP_TOUCHES_THE_PROCESS(
            GeneralRules::onlyTheAppTouchesTheProcess,
            reports(
                    "cli.TouchesProcess.out()",
                    "cli.TouchesProcess.err()",
                    "cli.TouchesProcess.in()",
                    "cli.TouchesProcess.exit()",
                    "cli.TouchesProcess.reference()",
                    "cli.TouchesProcess.halt()",
                    "cli.TouchesProcess.environment()",
                    "cli.TouchesProcess.trace("),
            accepts("app.Main", "cli.TouchesProcess.traceTo(")),
    EXCEPTIONS_ARE_SPECIFIC(
            GeneralRules::exceptionsAreSpecific,
            reports(
                    "app.ThrowsAnything.runtime()",
                    "app.ThrowsAnything.exception()",
                    "app.ThrowsAnything.error()",
                    "app.ThrowsAnything.throwable()",
                    "app.ThrowsAnything.reference()"),
            accepts("app.NamedException", "app.ThrowsAnything.named()")),
    NAMES_DESCRIBE_TYPES(
            GeneralRules::namesDescribeTypes,
            reports(
                    "app.BadNames$TokenImpl",
                    "app.BadNames$TextUtil",
                    "app.BadNames$TextUtils",
                    "app.BadNames$TokenHelper",
                    "app.BadNames$TokenManager",
                    "app.BadNames$IToken"),
            accepts("app.BadNames$IssuedThing", "app.BadNames$Implementation")),

    PUBLIC_TYPES_ARE_LISTED(
            AdapterRules::publicTypesAreListed,
            reports(
                    "codec.NotListed is public and not listed",
                    "codec.Hidden is listed and not public",
                    "codec.Missing is listed and does not exist",
                    "http.log.JsonLog is public and not listed"),
            accepts("codec.TokenCodec is", "http.json.Json", "http.HttpAdapter is")),
    EXPORTED_TYPES_SHOW_NO_FRAMEWORK(
            AdapterRules::exportedTypesShowNoFramework,
            reports(
                    "http.HttpAdapter is a io.javalin.http.Handler",
                    "http.HttpAdapter.result()",
                    "http.HttpAdapter.generic()",
                    "http.HttpAdapter.<init>",
                    "http.HttpAdapter.forSubclasses",
                    "http.HttpAdapter$Nested.parameter("),
            accepts("http.HttpAdapter.within()", "http.HiddenRoute", "http.json.Json")),
    THE_SERVER_FRAMEWORK_STAYS_IN_HTTP(
            AdapterRules::theServerFrameworkStaysInHttp, reports("cli.KnowsServer"), accepts("http.HttpAdapter.")),
    THE_OPTION_PARSER_STAYS_IN_CLI(
            AdapterRules::theOptionParserStaysInCli, reports("http.KnowsCommandLine"), accepts("cli.CliAdapter.")),
    JSON_STAYS_WHERE_IT_IS_READ_AND_WRITTEN(
            AdapterRules::jsonStaysWhereItIsReadAndWritten,
            reports("document.SpeaksJson", "http.SpeaksJson", "app.SpeaksJson"),
            accepts("http.json.Json", "cli.terminal.JsonReader", "app.audit.WritesJson"));

    private final Function<ModuleLayout, ArchRule> rule;
    private final List<String> reported;
    private final List<String> accepted;

    Rule(Function<ModuleLayout, ArchRule> rule, List<String> reported, List<String> accepted) {
        this.rule = rule;
        this.reported = reported;
        this.accepted = accepted;
    }

    ArchRule in(ModuleLayout layout) {
        return rule.apply(layout);
    }

    /** What the report on the fixture must name. */
    List<String> reported() {
        return reported;
    }

    /** What the report on the fixture must not name. */
    List<String> accepted() {
        return accepted;
    }

    private static List<String> reports(String... violations) {
        return List.of(violations);
    }

    private static List<String> accepts(String... accepted) {
        return List.of(accepted);
    }
}
