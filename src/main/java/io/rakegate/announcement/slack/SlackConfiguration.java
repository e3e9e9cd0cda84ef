package io.rakegate.announcement.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Slack's client library, set up so that a call ends soon and is never repeated behind our back. */
@Configuration(proxyBeanMethods = false)
class SlackConfiguration {

    @Bean(destroyMethod = "close")
    Slack slack(SlackProperties properties) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(properties.apiUrl().toString());
        // statistics cost an extra call to find the workspace, and threads that nobody reads from
        config.setStatsEnabled(false);
        OkHttpClient http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .connectTimeout(properties.connectTimeout())
                .callTimeout(properties.callTimeout())
                // the HTTP client would post again when a connection breaks after Slack has taken the message
                .retryOnConnectionFailure(false)
                .build();
        return Slack.getInstance(config, new SlackHttpClient(http));
    }

    @Bean
    MethodsClient slackMethods(Slack slack, SlackProperties properties) {
        return slack.methods(properties.botToken());
    }
}
