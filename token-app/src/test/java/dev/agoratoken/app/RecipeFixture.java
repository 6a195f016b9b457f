package dev.agoratoken.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The set-ups that docs/access-control.md shows. */
public final class RecipeFixture {
    private static final Pattern YAML = Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private RecipeFixture() {}

    /** The block that configures that caller. */
    public static String callers(String name) {
        Matcher block = YAML.matcher(document());
        while (block.find()) {
            if (block.group(1).startsWith("callers:\n  - name: " + name + "\n")) {
                return block.group(1);
            }
        }
        throw new AssertionError("docs/access-control.md has no set-up for " + name);
    }

    /** The recipe with one part of it replaced, which has to be there. */
    public static String with(String recipe, String part, String other) {
        assertThat(recipe).contains(part);
        return recipe.replace(part, other);
    }

    private static String document() {
        try {
            return Files.readString(Path.of(System.getProperty("basedir"), "..", "docs", "access-control.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
