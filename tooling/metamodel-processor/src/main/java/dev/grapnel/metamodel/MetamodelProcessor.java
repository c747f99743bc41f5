package dev.grapnel.metamodel;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

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
 * }
 * }</pre>
 *
 * <p>A field that cannot have a constant is a compile error at that field.
 */
@SupportedAnnotationTypes(JpaNames.ENTITY)
public final class MetamodelProcessor extends AbstractProcessor {
    /** Entities with types that another processor has still to write. */
    private final Set<String> postponed = new LinkedHashSet<>();

    /** Made by the compiler. */
    public MetamodelProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<Element> entities = new ArrayList<>();
        postponed.forEach(name -> entities.add(processingEnv.getElementUtils().getTypeElement(name)));
        postponed.clear();
        annotations.forEach(annotation -> entities.addAll(round.getElementsAnnotatedWith(annotation)));
        if (!round.processingOver()) {
            entities.forEach(this::process);
        }
        return false;
    }

    private void process(Element entity) {
        try {
            EntityReader reader = new EntityReader(processingEnv, EntityReader.requireClass(entity));
            if (reader.isWaiting()) {
                postponed.add(((TypeElement) entity).getQualifiedName().toString());
            } else {
                write(reader.read(), entity);
            }
        } catch (UnusableElementException unusable) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, unusable.getMessage(), unusable.element());
        }
    }

    private void write(Metamodel metamodel, Element entity) {
        try (Writer file = processingEnv
                .getFiler()
                .createSourceFile(metamodel.qualifiedName(), entity)
                .openWriter()) {
            file.write(MetamodelText.of(metamodel));
        } catch (IOException failed) {
            throw new UnusableElementException(
                    entity,
                    "Cannot write metamodel " + metamodel.qualifiedName() + " of " + entity + ": " + failed.getMessage()
                            + ". Is there a class of that name already, or is the folder for generated sources not writable?");
        }
    }
}
