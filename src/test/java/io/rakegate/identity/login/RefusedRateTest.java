package io.rakegate.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RefusedRateTest {

    private static final int PER_MINUTE = 60;
    private static final String GITHUB = "192.0.2.1";
    private static final String STRANGER = "192.0.2.2";

    private final Clock standing = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private final RefusedRate rate = new RefusedRate(
            Paths.any(Paths.WEBHOOKS), new Allowance(PER_MINUTE, standing), new Problems(new ObjectMapper()));

    @Test
    void deliveriesThatAreTakenAreNotCounted() throws Exception {
        for (int delivery = 0; delivery < 10 * PER_MINUTE; delivery++) {
            assertThat(deliver(GITHUB, 202)).isEqualTo(202);
        }
    }

    @Test
    void neitherAreThoseThatFailedHere() throws Exception {
        for (int delivery = 0; delivery < 10 * PER_MINUTE; delivery++) {
            assertThat(deliver(GITHUB, 500)).isEqualTo(500);
        }
    }

    @Test
    void afterTooManyThatWereRefusedNoneFromThereIsLookedAt() throws Exception {
        for (int delivery = 0; delivery < PER_MINUTE; delivery++) {
            assertThat(deliver(STRANGER, 401)).isEqualTo(401);
        }

        assertThat(deliver(STRANGER, 202)).isEqualTo(429);
        assertThat(deliver(GITHUB, 202)).isEqualTo(202);
    }

    private int deliver(String address, int answer) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/github");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        rate.doFilter(request, response, (asked, answered) -> ((MockHttpServletResponse) answered).setStatus(answer));
        return response.getStatus();
    }
}
