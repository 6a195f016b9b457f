package dev.agoratoken.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks every reference to a file of the repository: links and paths in documents, citations in the comments of sources. */
final class DocumentLinks {
    private static final Set<String> SKIPPED_DIRECTORIES = Set.of(".git", "target", "node_modules");

    /** Files that cite documents in their comments. */
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|xml|ya?ml|js|css|html|sh)|[^.]+");

    private static final Pattern COMMENT_LINE = Pattern.compile("\\s*(/?\\*|//|#|<!--).*");
    private static final Pattern WEB_ADDRESS = Pattern.compile("[a-z][a-z+.-]*:.*");
    private static final Pattern PATH = Pattern.compile("([\\w.-]+/)+[\\w.-]*");
    private static final Pattern ROOT_DOCUMENT = Pattern.compile("[A-Z_]+\\.md");

    /** A document, such as docs/reference/token-format.md#names, and a second anchor of it after "and". */
    private static final Pattern CITATION =
            Pattern.compile("\\b(docs/[\\w./-]+\\.md|[A-Z_]+\\.md)(?:#([\\w-]+)(?:[\\s*#/]+and[\\s*/]+#([\\w-]+))?)?");

    private final Path root;
    private final List<Path> files;
    private final Map<Path, MarkdownFile> documents = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private int checked;

    private DocumentLinks(Path root) {
        this.root = root;
        this.files = filesBelow(root);
    }

    static DocumentLinks check(Path root) {
        DocumentLinks links = new DocumentLinks(root);
        for (Path file : links.files) {
            if (file.toString().endsWith(".md")) {
                links.checkDocument(file);
            } else if (SOURCE.matcher(file.getFileName().toString()).matches()) {
                links.checkSource(file);
            }
        }
        return links;
    }

    /** One line for each broken reference: the file, and what it refers to. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** The number of references, broken ones included. */
    int checked() {
        return checked;
    }

    private void checkDocument(Path file) {
        MarkdownFile document = document(file);
        for (String link : document.links()) {
            if (!WEB_ADDRESS.matcher(link).matches()) {
                int hash = link.indexOf('#');
                String path = URLDecoder.decode(hash < 0 ? link : link.substring(0, hash), StandardCharsets.UTF_8);
                Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
                check(file, link, target, hash < 0 ? "" : link.substring(hash + 1));
            }
        }
        Set<String> topLevel = topLevel();
        for (String code : document.codeSpans()) {
            boolean ours = PATH.matcher(code).matches() && topLevel.contains(code.substring(0, code.indexOf('/')));
            if (ours && !code.contains("/target/")
                    || ROOT_DOCUMENT.matcher(code).matches()) {
                check(file, code, root.resolve(code), "");
            }
        }
    }

    private void checkSource(Path file) {
        Matcher citation = CITATION.matcher(comments(file));
        while (citation.find()) {
            for (int group = 2; group <= 3; group++) {
                String anchor = citation.group(group);
                if (anchor != null || group == 2) {
                    check(file, citation.group(), root.resolve(citation.group(1)), anchor == null ? "" : anchor);
                }
            }
        }
    }

    private void check(Path file, String reference, Path target, String anchor) {
        checked++;
        boolean exists = target.startsWith(root) && Files.exists(target);
        if (!exists || !anchor.isEmpty() && !document(target).anchors().contains(anchor)) {
            broken.add(root.relativize(file) + ": " + reference);
        }
    }

    private MarkdownFile document(Path file) {
        return documents.computeIfAbsent(file, MarkdownFile::read);
    }

    private Set<String> topLevel() {
        Set<String> names = new TreeSet<>();
        files.forEach(file -> names.add(root.relativize(file).getName(0).toString()));
        return names;
    }

    private static String comments(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> COMMENT_LINE.matcher(line).matches()).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static List<Path> filesBelow(Path root) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return SKIPPED_DIRECTORIES.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return files;
    }
}
