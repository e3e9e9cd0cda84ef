# The packaged application, built from this checkout. It needs a PostgreSQL: see docker-compose.yml.
# What it is built on can be pinned by digest, see docs/security.md.
ARG JDK_IMAGE=eclipse-temurin:17-jdk
ARG JRE_IMAGE=eclipse-temurin:17-jre

FROM ${JDK_IMAGE} AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
COPY processes processes
# the tests ran before; here only what they tested is packaged
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q package -DskipTests
RUN java -Djarmode=tools -jar target/rakegate.jar extract --layers --destination layers

FROM ${JRE_IMAGE}
RUN groupadd --system --gid 10001 rakegate \
    && useradd --system --uid 10001 --gid rakegate --no-create-home --shell /usr/sbin/nologin rakegate \
    && install -d -o rakegate -g rakegate /rakegate/archive
WORKDIR /rakegate
# what changes seldom first, so that a new version is a small layer
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER rakegate
EXPOSE 8080
# Writes nothing but temporary files and, where it is configured, the archive: run it with a read-only root and /tmp in memory, from which it must be allowed
# to load a library (--read-only --tmpfs /tmp:exec).
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError -Duser.timezone=UTC"
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-jar", "rakegate.jar"]
