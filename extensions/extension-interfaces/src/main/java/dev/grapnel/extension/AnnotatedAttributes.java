package dev.grapnel.extension;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The attributes of one mapped class whose fields or getters carry {@link AttributeExtensions}. */
final class AnnotatedAttributes {
    private final Mapper mapper;
    private final List<Subscription> listeners = new ArrayList<>();

    /** The name of an attribute, with the class for which it is extended. */
    private record Named(Class<Object> ownerType, String attributeName) implements Attribute<Object, Object> {}

    private AnnotatedAttributes(Mapper mapper) {
        this.mapper = mapper;
    }

    /** Adds the extensions that stand in the class, and in superclasses that are not mapped themselves. */
    static List<Subscription> of(Mapper mapper) {
        AnnotatedAttributes attributes = new AnnotatedAttributes(mapper);
        Mapper parent = mapper.parent();
        Class<?> end = parent == null ? Object.class : parent.type();
        for (Class<?> at = mapper.type(); at != null && at != end; at = at.getSuperclass()) {
            Stream.of(at.getDeclaredFields()).forEach(field -> attributes.read(field, field, field.getName()));
            Stream.of(at.getDeclaredMethods()).forEach(method -> attributes.read(method, method, property(method)));
        }
        return attributes.listeners;
    }

    private static String property(Method getter) {
        String name = getter.getName();
        int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        String bare = name.substring(prefix);
        return bare.isEmpty() ? name : Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
    }

    private void read(AnnotatedElement element, Member member, String name) {
        AttributeExtensions named = element.getAnnotation(AttributeExtensions.class);
        if (named == null) {
            return;
        }
        if (mapper.property(name) == null) {
            throw new MappingException(
                    "Cannot extend attribute '" + name + "' of "
                            + mapper.type().getName() + ": @AttributeExtensions stands at "
                            + member.getDeclaringClass().getSimpleName() + '.' + member.getName()
                            + ", and the class has no mapped attribute of that name. Put it at the field or getter of a mapped one.");
        }
        for (Class<? extends AttributeExtension<?>> type : named.value()) {
            listeners.addAll(AttributeHooks.listen(Events.on(attribute(name)), Made.attributeExtension(type)));
        }
    }

    @SuppressWarnings("unchecked") // the types of an annotated field are known to who wrote it
    private Attribute<Object, Object> attribute(String name) {
        return new Named((Class<Object>) mapper.type(), name);
    }
}
