package dev.agoratoken.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The links, anchors and code spans of one Markdown file.
 *
 * @param links the destinations of links and images, as written
 * @param anchors the anchors of the headings, as GitHub makes them
 * @param codeSpans the contents of inline code
 */
record MarkdownFile(List<String> links, Set<String> anchors, List<String> codeSpans) {
    static MarkdownFile read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static MarkdownFile parse(String markdown) {
        MarkdownFile parsed = new MarkdownFile(new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        Parser.builder().build().parse(markdown).accept(parsed.collector());
        return parsed;
    }

    private AbstractVisitor collector() {
        IdGenerator ids = IdGenerator.builder().build();
        return new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
                visitChildren(image);
            }

            @Override
            public void visit(Code code) {
                codeSpans.add(code.getLiteral());
            }

            @Override
            public void visit(Heading heading) {
                anchors.add(ids.generateId(text(heading)));
                visitChildren(heading);
            }
        };
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
