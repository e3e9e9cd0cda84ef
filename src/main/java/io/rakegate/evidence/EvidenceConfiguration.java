package io.rakegate.evidence;

import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** The scan for personal data, and uploads let in up to the configured size, through a file on disk and never through memory. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    private static final DataSize ALL_FIELDS = DataSize.ofMegabytes(2);

    @Bean
    PersonalData personalData(EvidenceProperties properties, Clock clock) {
        return new PersonalData(clock, properties.scanTimeLimit());
    }

    @Bean
    MultipartConfigElement multipartConfigElement(EvidenceProperties properties) {
        MultipartConfigFactory factory = new MultipartConfigFactory();
        factory.setMaxFileSize(properties.maxFileSize());
        factory.setMaxRequestSize(DataSize.ofBytes(properties.maxFileSize().toBytes() + ALL_FIELDS.toBytes()));
        factory.setFileSizeThreshold(DataSize.ofBytes(0));
        return factory.createMultipartConfig();
    }

    /** Reads the parts only when a handler asks for them, so that who may not upload causes no file on disk. */
    @Bean
    MultipartResolver multipartResolver() {
        StandardServletMultipartResolver resolver = new StandardServletMultipartResolver();
        resolver.setResolveLazily(true);
        return resolver;
    }

    /** A caller that still sends never reads why it was refused, so a file somewhat too large is read to its end. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> readRefusedUploadsToTheirEnd(
            EvidenceProperties properties) {
        int swallowed =
                (int) Math.min(Integer.MAX_VALUE, 4 * properties.maxFileSize().toBytes());
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                protocol.setMaxSwallowSize(swallowed);
            }
        });
    }
}
