package dev.agoratoken.token.service;

/**
 * One thing that a service lets its user do. Each service has an enum of its privileges, in the order of their numbers in
 * a token, which begin at 1 and have no gap (docs/reference/token-format.md#services).
 */
public interface Privilege {
    /** {@return the name of the enum constant, such as {@code PUBLISH_AUDIO_STREAM}} */
    String name();

    /** {@return the position of the enum constant, from 0} */
    int ordinal();

    /** {@return the number in a token, from 1} */
    default int id() {
        return ordinal() + 1;
    }

    /** {@return the name in JSON and on the command line, such as {@code publishAudioStream}} */
    default String label() {
        String name = name();
        StringBuilder label = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean startsWord = i > 0 && name.charAt(i - 1) == '_';
            if (name.charAt(i) != '_') {
                label.append(startsWord ? name.charAt(i) : Character.toLowerCase(name.charAt(i)));
            }
        }
        return label.toString();
    }
}
