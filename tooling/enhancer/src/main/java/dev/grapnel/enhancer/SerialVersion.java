package dev.grapnel.enhancer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Computes the {@code serialVersionUID} that a class has without declaring one.
 *
 * <p>It depends on members of the class, so enhancement would change it, and objects written before could not be read any
 * more. The algorithm is that of the Java Object Serialization Specification, section 4.6.
 */
final class SerialVersion {

    private static final String FIELD = "serialVersionUID";
    private static final int CONSTANT =
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;

    private SerialVersion() {}

    static boolean isDeclaredBy(ClassOutline outline) {
        return outline.fields().stream().anyMatch(field -> field.is(FIELD, "J"));
    }

    static void write(ClassVisitor out, long version) {
        out.visitField(CONSTANT, FIELD, "J", null, version).visitEnd();
    }

    static long of(ClassReader classFile) {
        SerialForm form = new SerialForm();
        classFile.accept(form, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA");
            return ByteBuffer.wrap(digest.digest(bytes(form)))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    private static byte[] bytes(SerialForm form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(form.className());
            out.writeInt(form.classModifiers());
            for (String name : form.interfaces().stream().sorted().toList()) {
                out.writeUTF(name);
            }
            writeMembers(out, form.fields());
            writeMembers(out, form.staticInitializer());
            writeMembers(out, form.constructors());
            writeMembers(out, form.methods());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeMembers(DataOutputStream out, List<SerialForm.Member> members) throws IOException {
        Comparator<SerialForm.Member> order =
                Comparator.comparing(SerialForm.Member::name).thenComparing(SerialForm.Member::signature);
        for (SerialForm.Member member : members.stream().sorted(order).toList()) {
            out.writeUTF(member.name());
            out.writeInt(member.modifiers());
            out.writeUTF(member.signature());
        }
    }
}
