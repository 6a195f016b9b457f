package dev.agoratoken.token.service;

import dev.agoratoken.token.InvalidValueException;

/**
 * The role of a user in a room of Flexible Classroom. The classroom SDKs know 0 (audience), 1 (teacher), 2 (student) and 3
 * (assistant); a token can have any number to 32767. The settings of the room define what each role may do.
 *
 * @param number 0 to 32767
 */
public record RoomRole(int number) {
    /** Same as {@link #of}. */
    public RoomRole {
        if (number < 0 || number > Short.MAX_VALUE) {
            throw new InvalidValueException("role", "invalid room role " + number, "use a number from 0 to 32767");
        }
    }

    /**
     * {@return a room role}
     *
     * @param number 0 to 32767
     * @throws InvalidValueException if the number is not 0 to 32767
     */
    public static RoomRole of(int number) {
        return new RoomRole(number);
    }
}
