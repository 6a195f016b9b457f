package dev.agoratoken.app.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Limits the nesting of collections, because the composer is recursive and has no limit. */
public final class ShallowYamlParser implements Parser {
    /** Far more than a configuration needs. */
    static final int MAX_DEPTH = 64;

    private final Parser parser;
    private int depth;

    public ShallowYamlParser(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        depth += step(event.getEventId());
        if (depth > MAX_DEPTH) {
            throw new ParserException(
                    null, Optional.empty(), "more than " + MAX_DEPTH + " nested collections", event.getStartMark());
        }
        return event;
    }

    private static int step(Event.ID event) {
        return switch (event) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
        };
    }
}
