# Builds Vouch and runs it as an ordinary person with a state directory of its own.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY .mvn .mvn
RUN mvn -q -B dependency:go-offline
COPY src src
COPY models models
RUN mvn -q -B package -DskipTests

FROM eclipse-temurin:17-jre
# fontconfig and a font: the digest's chart has words on it. redis-server: only where REDIS_URL is not set.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core redis-server \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 vouch \
 && mkdir /data && chown vouch /data
COPY --from=build /build/target/vouch.jar /opt/vouch.jar
USER vouch
ENV VOUCH_DATA_DIR=/data PORT=3000
VOLUME /data
EXPOSE 3000
HEALTHCHECK CMD ["curl", "-fsS", "http://127.0.0.1:3000/health/live"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/vouch.jar"]
CMD ["serve"]
