package io.rakegate.announcement.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import io.rakegate.announcement.AnnouncementsUnavailable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Slack's Web API, with every way in which a call can fail told as a sentence that says what to do. */
@Component
final class SlackApi {

    private static final int TOO_MANY_REQUESTS = 429;

    private final MethodsClient methods;

    SlackApi(MethodsClient slackMethods) {
        this.methods = slackMethods;
    }

    /** One call of one method. */
    @FunctionalInterface
    interface Call<T extends SlackApiTextResponse> {
        T on(MethodsClient methods) throws IOException, SlackApiException;
    }

    /**
     * Makes the call once.
     *
     * @param method Slack's name of the method, such as {@code chat.postMessage}
     * @param subject what the call is about, such as {@code channel C0123456789}
     * @return the answer, which Slack says is ok
     * @throws AnnouncementsUnavailable if there is no such answer
     */
    <T extends SlackApiTextResponse> T call(String method, String subject, Call<T> call) {
        T answer;
        try {
            answer = call.on(methods);
        } catch (SlackApiException e) {
            throw new AnnouncementsUnavailable(answeredOtherwise(method, subject, e), e);
        } catch (InterruptedIOException e) {
            throw new AnnouncementsUnavailable("""
                    Slack did not answer %s (%s) in time. Whether it was done shows at the next attempt, which looks \
                    before it posts.""".formatted(method, subject), e);
        } catch (IOException e) {
            throw new AnnouncementsUnavailable("""
                    Slack could not be reached, or broke off, at %s (%s): %s. Check the network and \
                    rakegate.slack.api-url.""".formatted(method, subject, e.getMessage()), e);
        } catch (JsonParseException e) {
            throw new AnnouncementsUnavailable("""
                    What answered %s (%s) is not Slack: its answer is no JSON. Check rakegate.slack.api-url and the \
                    proxy.""".formatted(method, subject), e);
        }
        if (!answer.isOk()) {
            throw new AnnouncementsUnavailable(
                    SlackRefusal.of(answer.getError(), answer.getNeeded()).sentence(method, subject));
        }
        return answer;
    }

    private static String answeredOtherwise(String method, String subject, SlackApiException e) {
        int status = e.getResponse().code();
        if (status == TOO_MANY_REQUESTS) {
            return "Slack asks to slow down at %s (%s): not again before %s seconds have passed."
                    .formatted(method, subject, Objects.toString(e.getResponse().header("Retry-After"), "some"));
        }
        if (e.getError() != null && e.getError().getError() != null && status < 500) {
            return SlackRefusal.of(e.getError().getError(), e.getError().getNeeded())
                    .sentence(method, subject);
        }
        return "Slack answered %s (%s) with HTTP status %d. If it lasts, see https://slack-status.com."
                .formatted(method, subject, status);
    }
}
