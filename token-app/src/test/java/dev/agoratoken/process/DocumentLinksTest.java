package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every document and every source cites only files and sections that exist. */
class DocumentLinksTest {
    @TempDir
    private Path folder;

    @Test
    void everyReferenceOfTheRepositoryLeadsToSomething() {
        DocumentLinks links = DocumentLinks.check(Path.of(Program.path("agora-token.root")));

        assertThat(links.broken()).isEmpty();
        assertThat(links.checked()).isGreaterThan(100);
    }

    @Test
    void acceptsFilesHeadingsAndWebAddresses() throws IOException {
        write("docs/glossary.md", "# Glossary\n\n## `Caller`, or client\n\n### What is new?\n\n## Again\n\n## Again\n");
        write("README.md", """
                [all](docs/glossary.md), [one](docs/glossary.md#caller-or-client), [question](docs/glossary.md#what-is-new),
                [second](docs/glossary.md#again-1), [here](#top), [folder](docs), [web](https://example.com/none.md#x),
                `docs/glossary.md`, `docs/target/made.jar`, `cpp/elsewhere.h`

                # Top

                ```
                [no link](none.md) in a block
                ```
                """);
        write("Main.java", "/** See docs/glossary.md#again and\n * #what-is-new. */");

        DocumentLinks links = DocumentLinks.check(folder);

        assertThat(links.broken()).isEmpty();
        assertThat(links.checked()).isEqualTo(9);
    }

    @Test
    void findsWhatLeadsNowhere() throws IOException {
        write("docs/glossary.md", "# Glossary\n\n[up](../README.md#bottom)\n");
        write("README.md", """
                # Top

                [a](none.md), ![b](docs/none.png), [c](docs/glossary.md#none), [d](#none), [e](../outside.md),
                `docs/none.md`, `GONE.md`
                """);
        write("Main.java", "/** See docs/glossary.md#glossary and #none. */ // GONE.md");

        assertThat(DocumentLinks.check(folder).broken())
                .containsExactlyInAnyOrder(
                        "docs/glossary.md: ../README.md#bottom",
                        "README.md: none.md",
                        "README.md: docs/none.png",
                        "README.md: docs/glossary.md#none",
                        "README.md: #none",
                        "README.md: ../outside.md",
                        "README.md: docs/none.md",
                        "README.md: GONE.md",
                        "Main.java: docs/glossary.md#glossary and #none",
                        "Main.java: GONE.md");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
