package dev.agoratoken.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** The rules of the house, each with what it has to catch in the fixture and what it has to let pass there. */
enum Rule {
    ARROWS_POINT_INWARD(
            LayerRules::arrowsPointInward,
            catching(
                    "token.KnowsCodec",
                    "wire.KnowsCodec",
                    "http.KnowsCommandLine",
                    "cli.KnowsServer",
                    "cli.KnowsApp",
                    "stray.Stray"),
            sparing("app.Main.run(")),
    HTTP_DOES_NOT_KNOW_THE_COMMAND_LINE(
            LayerRules::httpDoesNotKnowTheCommandLine, catching("http.KnowsCommandLine"), sparing("cli.KnowsServer")),
    THE_COMMAND_LINE_DOES_NOT_KNOW_HTTP(
            LayerRules::theCommandLineDoesNotKnowHttp, catching("cli.KnowsServer"), sparing("http.KnowsCommandLine")),
    NO_PACKAGE_CYCLES(LayerRules::noPackageCycles, catching("token.KnowsCodec", "codec.TokenCodec"), sparing()),

    TOKEN_USES_LITTLE_OF_THE_JDK(
            CoreRules::tokenUsesLittleOfTheJdk,
            catching("java.nio.file.Path", "java.util.zip.CRC32", "java.security.SecureRandom"),
            sparing("token.AppCertificate", "token.ArrayRecord")),
    CODEC_USES_LITTLE_OF_THE_JDK(
            CoreRules::codecUsesLittleOfTheJdk, catching("java.net.URI"), sparing("codec.TokenCodec")),
    ISSUING_USES_LITTLE_OF_THE_JDK(
            CoreRules::issuingUsesLittleOfTheJdk,
            catching("java.util.concurrent.Executor"),
            sparing("issuing.TokenMint", "issuing.SaltSource")),
    WIRE_USES_LITTLE_OF_THE_JDK(CoreRules::wireUsesLittleOfTheJdk, catching("java.io.File"), sparing("wire.Plain")),
    TIME_IS_AN_ARGUMENT(
            CoreRules::timeIsAnArgument,
            catching(
                    "token.AsksTheClock.now()",
                    "token.AsksTheClock.reference()",
                    "token.AsksTheClock.date()",
                    "token.AsksTheClock.millis()",
                    "token.AsksTheClock.nanos()",
                    "token.AsksTheClock.utc()",
                    "issuing.TokenMint.another()",
                    "issuing.Other.of()"),
            sparing("issuing.TokenMint.of()")),
    CHANCE_IS_AN_ARGUMENT(
            CoreRules::chanceIsAnArgument,
            catching(
                    "token.ThrowsDice.random()",
                    "token.ThrowsDice.reference()",
                    "token.ThrowsDice.secure()",
                    "token.ThrowsDice.strong()",
                    "token.ThrowsDice.ofThread()",
                    "token.ThrowsDice.uuid()",
                    "token.ThrowsDice.math()",
                    "issuing.SaltSource.another()"),
            sparing("issuing.SaltSource.nonRepeating()", "token.ThrowsDice.given(")),
    TOKEN_NEVER_CHANGES(
            CoreRules::tokenNeverChanges, catching("token.OpenType.changeable"), sparing("token.AppCertificate")),
    TOKEN_IS_CLOSED(
            CoreRules::tokenIsClosed,
            catching("token.OpenType", "token.OpenInterface"),
            sparing("token.AppCertificate", "token.ArrayRecord", "token.Privilege", "token.SealedInterface")),
    CERTIFICATES_ARE_REVEALED_TO_THE_CODEC_ONLY(
            CoreRules::certificatesAreRevealedToTheCodecOnly,
            catching("app.RevealsCertificate.call(", "app.RevealsCertificate.reference("),
            sparing("codec.TokenCodec")),
    NO_WORD_OF_TRANSPORT_IN_TYPES(
            CoreRules::noWordOfTransportInTypes,
            catching("token.HttpName", "issuing.CliName"),
            sparing("token.AppCertificate", "issuing.Client", "http.HttpAdapter")),
    NO_WORD_OF_TRANSPORT_IN_MEMBERS(
            CoreRules::noWordOfTransportInMembers,
            catching(
                    "token.TransportWords.statusCode()", "token.TransportWords.toStdout()", "TransportWords.HTTP_PORT"),
            sparing("token.TransportWords.clients()", "token.TransportWords.code()")),

    STATIC_FIELDS_ARE_FINAL(
            HouseRules::staticFieldsAreFinal, catching("app.Main.started"), sparing("token.TransportWords.HTTP_PORT")),
    RECORDS_HOLD_NO_ARRAYS(
            HouseRules::recordsHoldNoArrays,
            catching("token.ArrayRecord.bytes"),
            sparing("token.ArrayRecord.number", "token.AppCertificate")),
    ONLY_THE_APP_SPEAKS_TO_THE_PROCESS(
            HouseRules::onlyTheAppSpeaksToTheProcess,
            catching(
                    "cli.TouchesProcess.out()",
                    "cli.TouchesProcess.err()",
                    "cli.TouchesProcess.in()",
                    "cli.TouchesProcess.exit()",
                    "cli.TouchesProcess.reference()",
                    "cli.TouchesProcess.halt()",
                    "cli.TouchesProcess.environment()",
                    "cli.TouchesProcess.trace("),
            sparing("app.Main", "cli.TouchesProcess.traceTo(")),
    FAILURES_HAVE_A_NAME_OF_THEIR_OWN(
            HouseRules::failuresHaveANameOfTheirOwn,
            catching(
                    "app.ThrowsAnything.runtime()",
                    "app.ThrowsAnything.exception()",
                    "app.ThrowsAnything.error()",
                    "app.ThrowsAnything.throwable()",
                    "app.ThrowsAnything.reference()"),
            sparing("app.NamedException", "app.ThrowsAnything.named()")),
    NAMES_SAY_WHAT_THINGS_ARE(
            HouseRules::namesSayWhatThingsAre,
            catching(
                    "app.BadNames$TokenImpl",
                    "app.BadNames$TextUtil",
                    "app.BadNames$TextUtils",
                    "app.BadNames$TokenHelper",
                    "app.BadNames$TokenManager",
                    "app.BadNames$IToken"),
            sparing("app.BadNames$IssuedThing", "app.BadNames$Implementation")),

    PUBLIC_TYPES_ARE_LISTED(
            AdapterRules::publicTypesAreListed,
            catching(
                    "codec.SecondDoor is public and not listed",
                    "codec.Hidden is listed and not public",
                    "codec.Missing is listed and does not exist"),
            sparing("codec.TokenCodec is")),
    DOORS_SHOW_NO_FRAMEWORK(
            AdapterRules::doorsShowNoFramework,
            catching(
                    "http.HttpAdapter is a io.javalin.http.Handler",
                    "http.HttpAdapter.result()",
                    "http.HttpAdapter.generic()",
                    "http.HttpAdapter.<init>",
                    "http.HttpAdapter.forSubclasses",
                    "http.HttpAdapter$Nested.parameter("),
            sparing("http.HttpAdapter.within()", "http.HiddenRoute")),
    THE_SERVER_FRAMEWORK_STAYS_IN_HTTP(
            AdapterRules::theServerFrameworkStaysInHttp, catching("cli.KnowsServer"), sparing("http.HttpAdapter.")),
    THE_OPTION_PARSER_STAYS_IN_CLI(
            AdapterRules::theOptionParserStaysInCli, catching("http.KnowsCommandLine"), sparing("cli.CliAdapter.")),
    JSON_STAYS_IN_THE_ADAPTERS(
            AdapterRules::jsonStaysInTheAdapters, catching("wire.SpeaksJson"), sparing("cli.CliAdapter."));

    private final Function<Rooms, ArchRule> rule;
    private final List<String> caught;
    private final List<String> spared;

    Rule(Function<Rooms, ArchRule> rule, List<String> caught, List<String> spared) {
        this.rule = rule;
        this.caught = caught;
        this.spared = spared;
    }

    ArchRule in(Rooms rooms) {
        return rule.apply(rooms);
    }

    /** What the report on the fixture has to name. */
    List<String> caught() {
        return caught;
    }

    /** What the report on the fixture must not name. */
    List<String> spared() {
        return spared;
    }

    private static List<String> catching(String... offences) {
        return List.of(offences);
    }

    private static List<String> sparing(String... innocents) {
        return List.of(innocents);
    }
}
