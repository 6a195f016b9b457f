# The image of agora-token: the program with its own Java runtime and start-up archives. How to use it:
# docs/operations.md#container-image. Why it is as it is: docs/adr/0082-the-image-has-its-own-java-and-no-settings.md
#
#   mvn -q -Ppackaging -DskipTests package
#   packaging/image                            (docker build, with the labels of the project)
#   packaging/image-archive FILE               (buildah, into a file for docker load)

# A glibc system with a JDK that has jlink: the runtime is made from it.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
# A glibc system with /bin/sh: nothing else of it is used.
ARG BASE_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${JDK_IMAGE} AS build
# Where that JDK is.
ARG JDK=/opt/java/openjdk
# --reproducible: the same start-up archives in each build. Docker's seccomp profile does not allow what it needs.
ARG PREPARE_OPTIONS=
# The time of the jar.
ARG SOURCE_DATE_EPOCH=1767225600
WORKDIR /build
COPY LICENSE ./
COPY packaging/program packaging/modules.txt packaging/
COPY token-app/src/main/dist/bin/ token-app/src/main/dist/bin/
COPY token-app/target/agora-token.jar token-app/target/
COPY deploy/image/HealthCheck.java ./
# A start-up archive belongs to one jar, by path, size and time: the time is set so that no builder changes it.
RUN set -eu; home=/opt/agora-token; \
    packaging/program "$JDK" "$home"; \
    "$JDK/bin/javac" --release 17 -d "$home/health" HealthCheck.java; \
    touch -d "@$SOURCE_DATE_EPOCH" "$home/lib/agora-token.jar"; \
    "$home/bin/prepare" $PREPARE_OPTIONS; \
    rm "$home/bin/prepare"; \
    mkdir /etc/agora-token; \
    chmod -R a+rX,go-w "$home" /etc/agora-token

FROM ${BASE_IMAGE}
COPY --from=build /opt/agora-token /opt/agora-token
COPY --from=build /etc/agora-token /etc/agora-token
ENV JAVA_HOME=/opt/agora-token/runtime \
    PATH=/opt/agora-token/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    SERVER_HOST=0.0.0.0 \
    SERVER_MANAGEMENT_PORT=9090
# agora-token.yaml and .env are read here, if there are any.
WORKDIR /etc/agora-token
USER 65532:65532
EXPOSE 8080 9090
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["/opt/agora-token/runtime/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", "/opt/agora-token/health", "HealthCheck"]
ENTRYPOINT ["/opt/agora-token/bin/agora-token"]
CMD ["serve"]
