package io.rakegate.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, whether they say so or not. */
class BodyLimit extends OncePerRequestFilter {

    private final HttpProperties properties;
    private final Problems problems;

    BodyLimit(HttpProperties properties, Problems problems) {
        this.properties = properties;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.INTERFACES.matches(request) || Paths.EVIDENCE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = Math.toIntExact(limitOf(request).toBytes());
        if (request.getContentLengthLong() > most) {
            refuse(request, response, most);
            return;
        }
        if (request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(request, response, most);
        } else {
            chain.doFilter(new BodyAgain(request, body), response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int most) throws IOException {
        problems.send(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than " + most + " bytes.");
    }

    private DataSize limitOf(HttpServletRequest request) {
        String type = request.getContentType();
        boolean files = type != null && type.startsWith("multipart/form-data") && Paths.ENGINE.matches(request);
        return files ? properties.maxDeploymentSize() : properties.maxBodySize();
    }
}
