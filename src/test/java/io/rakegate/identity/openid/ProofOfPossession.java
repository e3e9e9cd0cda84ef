package io.rakegate.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** A key that a token is bound to, and the proof that whoever shows the token has it (RFC 9449). */
final class ProofOfPossession {

    private final ECKey key;

    ProofOfPossession() throws JOSEException {
        this.key = new ECKeyGenerator(Curve.P_256).generate();
    }

    /** What binds a token to the key. */
    Map<String, Object> claim() throws JOSEException {
        return Map.of("cnf", Map.of("jkt", key.computeThumbprint().toString()));
    }

    String forReading(String address, String token, Instant now) throws JOSEException, NoSuchAlgorithmException {
        byte[] shown = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        SignedJWT proof = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                new JWTClaimsSet.Builder()
                        .jwtID(UUID.randomUUID().toString())
                        .claim("htm", "GET")
                        .claim("htu", address)
                        .claim("ath", Base64URL.encode(shown).toString())
                        .issueTime(Date.from(now))
                        .build());
        proof.sign(new ECDSASigner(key));
        return proof.serialize();
    }
}
