package dev.agoratoken.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.text.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final List<TokenFormat> FORMATS = List.of(TokenFormat.values());

    @Test
    void findsTheValueWithThatLabel() {
        assertThat(Labels.find(FORMATS, TokenFormat::prefix, "006")).contains(TokenFormat.V006);
        assertThat(Labels.find(FORMATS, TokenFormat::prefix, "V006")).isEmpty();
        assertThat(Labels.find(FORMATS, TokenFormat::prefix, null)).isEmpty();
    }

    @Test
    void listsLabelsInTheirOrder() {
        assertThat(Labels.of(FORMATS, TokenFormat::prefix)).containsExactly("006", "007");
    }
}
