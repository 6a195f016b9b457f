package dev.agoratoken.app.serve;

import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.token.AppId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines that the server prints at its start: address, project, clients and example URLs. */
record StartupBanner(Address address, boolean open, boolean console, ServingState state, boolean demo) {
    List<String> lines() {
        List<String> lines = new ArrayList<>(warnings());
        lines.add("agora-token serves " + address + " for " + projectSummary() + ", format "
                + state.defaults().format() + "; " + audience());
        address.management()
                .ifPresent(management ->
                        lines.add("  health and metrics: " + management + "/health/ready, " + management + "/metrics"));
        if (console) {
            lines.add("  open " + address + "/ in a browser to create, inspect and verify tokens");
        }
        lines.add("  try " + address + "/rtc/testing/publisher/uid/1234/");
        lines.add("      " + address + "/rtm/1234/");
        lines.add("      " + address + "/rte/testing/publisher/userAccount/1234/");
        lines.add("      " + address + "/ping");
        return lines;
    }

    /** The lines that every log level prints. */
    List<String> warnings() {
        return demo
                ? List.of(
                        "DEMO: the App ID and the certificate are random. The tokens are well-formed, but Agora rejects"
                                + " them.")
                : List.of();
    }

    private String projectSummary() {
        ConfiguredProjects projects = state.projects();
        AppId appId = projects.find(projects.defaultProject()).orElseThrow().appId();
        int others = projects.byName().size() - 1;
        return "App ID " + appId.masked()
                + (others == 0 ? "" : " (project " + projects.defaultProject() + ", and " + others + " more)");
    }

    private String audience() {
        if (!state.callers().isEmpty()) {
            return "callers "
                    + state.callers().stream().map(ConfiguredCaller::name).collect(Collectors.joining(", "));
        }
        if (open) {
            return "open to all clients";
        }
        return "local clients only" + (demo ? "" : " (--open or ALLOW_OPEN=true accepts all clients)");
    }

    /**
     * The address of the server.
     *
     * @param scheme {@code http} or {@code https}
     * @param host the address that it listens on
     * @param managementPort the port of health and metrics; empty if it is {@code port}
     */
    record Address(String scheme, String host, int port, OptionalInt managementPort) {
        private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

        Address(String scheme, String host, int port) {
            this(scheme, host, port, OptionalInt.empty());
        }

        /** The address of health and metrics, which has no TLS; empty if it is this one. */
        Optional<Address> management() {
            return managementPort.isPresent()
                    ? Optional.of(new Address("http", host, managementPort.getAsInt()))
                    : Optional.empty();
        }

        /** The base URL for a client on this machine. */
        @Override
        public String toString() {
            String shown = EVERYWHERE.contains(host) ? "localhost" : host;
            return scheme + "://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port;
        }
    }
}
