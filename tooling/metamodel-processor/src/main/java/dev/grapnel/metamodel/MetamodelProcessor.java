package dev.grapnel.metamodel;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor. The compiler finds it on the processor path; it has no options.
 *
 * <p>For each class with {@code @Entity} it writes one class of the same name with an underscore behind, in the same package. A nested class
 * {@code Shop.Order} becomes {@code Shop_Order_}. An entity that extends an entity has a metamodel that extends the other; fields of mapped
 * superclasses are repeated in each entity.
 *
 * <pre>{@code
 * public abstract class Contact_ {
 *     public static final ColumnAttribute<Contact, String> name = ColumnAttribute.of(Contact.class, "name", String.class);
 *     public static final Address_<Contact> home = new Address_<>(Contact.class, "home");
 * }
 * }</pre>
 *
 * <p>For each class or record with {@code @Embeddable} it writes a class of which there is an object for each attribute that holds a value:
 *
 * <pre>{@code
 * public class Address_<T> extends EmbeddedAttribute<T, Address> {
 *     public final ColumnAttribute<T, String> city = part("city", String.class);
 * }
 * }</pre>
 *
 * <p>and within it, where grapnel-mongo is there, a class {@code InDocuments} for attributes of documents that hold such an object.
 *
 * <p>For a class whose objects are documents it writes constants of another class:
 *
 * <pre>{@code
 * public abstract class Letter_ {
 *     public static final DocumentAttribute<Letter, String> text = DocumentAttribute.of(Letter.class, "text", String.class);
 * }
 * }</pre>
 *
 * <p>What the mapping would refuse at run time, and can be seen in the source, is a compile error at its place.
 */
@SupportedAnnotationTypes({JpaNames.ENTITY, JpaNames.EMBEDDABLE})
public final class MetamodelProcessor extends AbstractProcessor {
    /** Classes with types that another processor has still to write. */
    private final Set<String> postponed = new LinkedHashSet<>();

    /** All classes that get a metamodel in this compilation. */
    private final Set<String> writtenNow = new HashSet<>();

    /** Made by the compiler. */
    public MetamodelProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> now = new LinkedHashSet<>(postponed);
        postponed.clear();
        for (TypeElement annotation : annotations) {
            for (Element annotated : round.getElementsAnnotatedWith(annotation)) {
                if (EntityRules.isMappable(
                        complaints(), annotated, annotation.getQualifiedName().toString())) {
                    now.add(((TypeElement) annotated).getQualifiedName().toString());
                }
            }
        }
        writtenNow.addAll(now);
        if (!round.processingOver()) {
            now.forEach(this::process);
        }
        return false;
    }

    private Complaints complaints() {
        return new Complaints(processingEnv.getMessager());
    }

    private void process(String className) {
        // Elements are those of one round.
        TypeElement type = processingEnv.getElementUtils().getTypeElement(className);
        MappedClass read = MappedClass.of(type);
        ClassReader reader = new ClassReader(processingEnv, complaints(), read, writtenNow::contains);
        if (reader.isWaiting()) {
            postponed.add(className);
            return;
        }
        if (reader.isDocument()) {
            new EntityRules(complaints(), read).checkDocument();
        } else {
            new EntityRules(complaints(), read).check(reader.knowsDocuments());
            new RelationshipRules(processingEnv, complaints(), read).check();
        }
        write(reader.read(), type);
    }

    private void write(@Nullable Metamodel metamodel, TypeElement type) {
        if (metamodel == null) {
            return;
        }
        try (Writer file = processingEnv
                .getFiler()
                .createSourceFile(metamodel.qualifiedName(), type)
                .openWriter()) {
            file.write(MetamodelText.of(metamodel));
        } catch (IOException failed) {
            complaints()
                    .error(
                            type,
                            "Cannot write metamodel " + metamodel.qualifiedName() + " of " + type + ": "
                                    + failed.getMessage()
                                    + ". Is there a class of that name already, or is the folder for generated sources not writable?");
        }
    }
}
