package dev.agoratoken.http;

import io.javalin.http.Context;

/** What becomes known about a request while it is answered. Belongs to one request. */
final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();

    private String template = "unmatched";

    private Exchange() {}

    static Exchange of(Context ctx) {
        Exchange exchange = ctx.attribute(ATTRIBUTE);
        if (exchange == null) {
            exchange = new Exchange();
            ctx.attribute(ATTRIBUTE, exchange);
        }
        return exchange;
    }

    void routedTo(String routeTemplate) {
        template = routeTemplate;
    }

    /** The route as it was declared, which never holds a name out of a request. */
    String template() {
        return template;
    }
}
