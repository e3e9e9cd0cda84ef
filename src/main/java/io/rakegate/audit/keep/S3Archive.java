package io.rakegate.audit.keep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** An archive in a bucket of Amazon S3, or of a store that speaks its protocol. */
final class S3Archive implements Archive, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    S3Archive(ArchiveProperties.S3 properties) {
        this.bucket = properties.bucket();
        this.prefix = properties.prefix();
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(properties.region()))
                .forcePathStyle(properties.pathStyle())
                .credentialsProvider(credentials(properties))
                // other stores do not know the newer check sums; what was stored is read back and compared anyway
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER));
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint());
        }
        this.client = builder.build();
    }

    private static AwsCredentialsProvider credentials(ArchiveProperties.S3 properties) {
        return properties.accessKeyId().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(properties.accessKeyId(), properties.secretAccessKey()));
    }

    @Override
    public String put(String name, Path file) throws IOException {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(prefix + name).contentType("application/zip"),
                    RequestBody.fromFile(file));
        } catch (SdkException refused) {
            throw new IOException("The bucket " + bucket + " does not take " + prefix + name, refused);
        }
        return "s3://" + bucket + "/" + prefix + name;
    }

    @Override
    public InputStream open(String name) throws IOException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(prefix + name));
        } catch (SdkException refused) {
            throw new IOException("The bucket " + bucket + " does not give " + prefix + name, refused);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
