package io.rakegate.process;

import io.rakegate.evidence.PersonalData;
import io.rakegate.evidence.PersonalDataHit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people type is kept for ever and shown to others, so it holds no personal data and no secret. */
@Component
public class TextsShowNobody {

    private static final int NAMED = 5;

    private final PersonalData personalData;

    TextsShowNobody(PersonalData personalData) {
        this.personalData = personalData;
    }

    /**
     * Requires that a text shows nobody.
     *
     * @param field the field it was typed in
     * @throws InputRefused naming the field and what was found, masked
     */
    public void require(String field, String text) {
        List<PersonalDataHit> hits = personalData.scan(text);
        if (!hits.isEmpty()) {
            String found = hits.stream()
                    .limit(NAMED)
                    .map(PersonalDataHit::inWords)
                    .distinct()
                    .collect(Collectors.joining("; "));
            throw new InputRefused(
                    field,
                    "This text holds personal data or a secret (" + found
                            + "), and it is kept for ever. Nothing was stored. Take it out, also where it stands on"
                            + " GitHub.");
        }
    }
}
