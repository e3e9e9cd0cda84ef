package io.rakegate.sandbox.github.api;

import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever this GitHub does not speak is not there, in the shape that clients understand. */
@InSandbox
@Hidden
@RestController("sandboxGitHubUnknownPathApi")
class UnknownPathApi {

    @RequestMapping(Wire.ROOT + "/**")
    void unknown() {
        throw Refusal.notFound();
    }
}
