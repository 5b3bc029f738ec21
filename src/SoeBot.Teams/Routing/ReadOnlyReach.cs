using System.Reflection;
using SoeBot.Teams.Conversations;

namespace SoeBot.Teams.Routing;

/// <summary>
/// Follows what a type is made of, through constructors and fields, and finds a way to something that sends or writes. What cannot be
/// followed (a container, an interface or an abstract class of the app, a delegate) counts as one.
/// </summary>
internal sealed class ReadOnlyReach(Func<Type, bool?> writes)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Senders = [typeof(ConversationClient), typeof(RosterClient), typeof(ConnectorCalls), typeof(IOutboundToken), typeof(HttpClient), typeof(IServiceProvider)];

    private readonly HashSet<Type> _seen = [];
    private readonly HashSet<object> _targets = new(ReferenceEqualityComparer.Instance);

    /// <returns>As <c>OrderViews > OrderStore</c>; null when there is none.</returns>
    public string? PathToWriter(Type reader, Delegate handler) => Find(reader) ?? FindInTarget(handler);

    private string? Find(Type type)
    {
        if (type.HasElementType)
        {
            return Find(type.GetElementType()!);
        }

        if (!_seen.Add(type))
        {
            return null;
        }

        if (Senders.Any(sender => sender.IsAssignableFrom(type)))
        {
            return type.Name;
        }

        if (writes(type) is { } known)
        {
            return known ? type.Name : null;
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return $"{type.Name}, which may do anything";
        }

        var inside = type.IsGenericType ? type.GetGenericArguments() : [];
        if (IsOfTheFramework(type))
        {
            return First(inside);
        }

        if (type.IsInterface || (type.IsAbstract && !type.IsSealed))
        {
            return $"{type.Name}, behind which may be anything";
        }

        return First([.. inside, .. Parts(type)]) is { } path ? $"{type.Name} > {path}" : null;
    }

    private string? First(IEnumerable<Type> types) => types.Select(Find).FirstOrDefault(path => path is not null);

    private static IEnumerable<Type> Parts(Type type)
    {
        var parameters = type.GetConstructors(Own).SelectMany(one => one.GetParameters()).Select(one => one.ParameterType);
        for (var of = type; of is not null && !IsOfTheFramework(of); of = of.BaseType)
        {
            parameters = parameters.Concat(of.GetFields(Own).Select(field => field.FieldType));
        }

        return parameters.Where(part => part != type && !part.IsPrimitive && !part.IsEnum && part != typeof(string));
    }

    /// <summary>What a handler took along from where it was written; a handler in it is followed too.</summary>
    private string? FindInTarget(Delegate handler)
    {
        foreach (var target in handler.GetInvocationList().Select(one => one.Target).OfType<object>().Where(_targets.Add))
        {
            foreach (var value in target.GetType().GetFields(Own).Select(field => field.GetValue(target)).OfType<object>())
            {
                if ((value is Delegate inner ? FindInTarget(inner) : Find(value.GetType())) is { } path)
                {
                    return path;
                }
            }
        }

        return null;
    }

    private static bool IsOfTheFramework(Type type) =>
        type.Assembly.GetName().Name is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "netstandard" or "mscorlib");
}
