package io.rakegate.audit;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.rakegate.process.ChangeTestBase;
import io.rakegate.support.EngineTestApplication;
import java.io.UnsupportedEncodingException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A test of the audit room, pages and chain, on a change that is walked through the process. */
@SpringBootTest(
        classes = EngineTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "rakegate.audit.signing.generated-key-file=${rakegate.test.folder:target/tests}/audit/signing-key.pem"
        })
@AutoConfigureMockMvc
@Import(AuditTestApplication.class)
public abstract class AuditTestBase extends ChangeTestBase {

    @Autowired
    private MockMvc mvc;

    /** What a logged-in person is answered. */
    protected final MockHttpServletResponse answerTo(String userId, MockHttpServletRequestBuilder request) {
        MockHttpServletResponse[] response = new MockHttpServletResponse[1];
        as(userId, () -> {
            try {
                response[0] =
                        mvc.perform(request.with(user(userId))).andReturn().getResponse();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        });
        return response[0];
    }

    protected static String textOf(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
