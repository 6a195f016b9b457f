package dev.agoratoken.app.projects;

import dev.agoratoken.issuing.Project;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random project for {@code serve --demo}: its tokens are well-formed, but Agora rejects them. */
public final class DemoProject {
    private DemoProject() {}

    public static Project make() {
        SecureRandom random = new SecureRandom();
        return Project.of(hex32(random), hex32(random));
    }

    private static String hex32(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
