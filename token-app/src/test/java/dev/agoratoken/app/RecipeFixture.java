package dev.agoratoken.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The set-ups that the README shows. */
public final class RecipeFixture {
    private static final Pattern YAML = Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private RecipeFixture() {}

    /** The block that configures that caller. */
    public static String callers(String name) {
        Matcher block = YAML.matcher(readme());
        while (block.find()) {
            if (block.group(1).startsWith("callers:\n  - name: " + name + "\n")) {
                return block.group(1);
            }
        }
        throw new AssertionError("the README has no set-up for " + name);
    }

    /** The recipe with one part of it replaced, which has to be there. */
    public static String with(String recipe, String part, String other) {
        assertThat(recipe).contains(part);
        return recipe.replace(part, other);
    }

    private static String readme() {
        try {
            return Files.readString(Path.of(System.getProperty("basedir"), "..", "README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
