package io.rakegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;

/** The frame around every page of ours: where it leads, and who it says is logged in. */
@WebMvcTest
@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
@ContextConfiguration(classes = {LayoutTest.Doors.class, LayoutTest.SamplePage.class})
class LayoutTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void framesThePageWithItsTitleItsStyleAndTheWayToTheOthers() throws Exception {
        String page = pageSeenBy("lead");

        assertThat(page)
                .contains("<title>Sample</title>")
                .contains("<h1>What the page says</h1>")
                .contains("href=\"/rakegate.css\"")
                .contains("href=\"/sample.css\"")
                .contains("href=\"/camunda/app/tasklist/default/\"")
                .contains("href=\"/changes\"");
    }

    @Test
    void namesWhoIsLoggedInEscapedAndLetsThemLogOut() throws Exception {
        String page = pageSeenBy("<b>lead</b>");

        assertThat(page)
                .contains("&lt;b&gt;lead&lt;/b&gt;")
                .doesNotContain("<b>lead")
                .contains("action=\"/logout\"")
                .contains("name=\"_csrf\"");
    }

    @Test
    void offersNoLogOutToSomebodyWhoIsNotLoggedIn() throws Exception {
        String page = mvc.perform(get("/sample")).andReturn().getResponse().getContentAsString();

        assertThat(page).contains("What the page says").doesNotContain("/logout");
    }

    private String pageSeenBy(String name) throws Exception {
        return mvc.perform(get("/sample").with(user(name)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Controller
    static class SamplePage {
        @GetMapping("/sample")
        String sample() {
            return "layout-sample";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Doors {
        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
