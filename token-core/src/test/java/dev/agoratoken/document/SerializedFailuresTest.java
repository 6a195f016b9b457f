package dev.agoratoken.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.token.TokenException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Failures keep their contents when they are serialized. */
class SerializedFailuresTest {
    @Test
    void keepTheErrorsOfADocument() throws Exception {
        InvalidDocumentException failure = RequestFixture.refused(RequestFixture.object("services", 1, "colour", 2));

        InvalidDocumentException read = (InvalidDocumentException) serializedAndRead(failure);

        assertThat(read.errors()).isEqualTo(failure.errors()).hasSize(2);
        assertThat(read.code()).isEqualTo("unknown_field");
    }

    @Test
    void keepTheQuota() throws Exception {
        Quota quota = new Quota(5, 0, Duration.ofSeconds(3));

        RateExceededException read =
                (RateExceededException) serializedAndRead(new RateExceededException(quota, Duration.ofMillis(1200)));

        assertThat(read.quota()).isEqualTo(quota);
        assertThat(read.retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    private static TokenException serializedAndRead(TokenException failure) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (TokenException) in.readObject();
        }
    }
}
