using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SoeBot.Store.Database;

namespace SoeBot.Store.Bulk;

/// <summary>How a type lies in its table, read off the model once and compiled: no column is named twice, and a million rows need no look at the model.</summary>
internal sealed class RowForm<T>
    where T : class
{
    private static readonly ConcurrentDictionary<IModel, RowForm<T>> Known = new();

    private RowForm(IEntityType entity)
    {
        var own = entity.GetProperties().Where(property => !property.IsShadowProperty()).ToList();
        Table = entity.GetTableName()!;
        Columns = [.. own.Select(property => property.GetColumnName())];
        Write = Writer(own);
        Read = Reader(own);
    }

    public string Table { get; }

    /// <summary>Of the type's own properties, in the order in which they are written and read.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The same as SQL names them.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column}\""));
    public Action<T, IRowSink> Write { get; }
    public Func<IRowSource, T> Read { get; }

    public static RowForm<T> In(SoeDb db) => Known.GetOrAdd(db.Model, model => new(model.FindEntityType(typeof(T))!));

    private static Action<T, IRowSink> Writer(List<IProperty> properties)
    {
        var (row, sink) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(IRowSink)));
        return Expression.Lambda<Action<T, IRowSink>>(Expression.Block(properties.Select(Taken)), row, sink).Compile();

        Expression Taken(IProperty property)
        {
            var value = Expression.Property(row, property.PropertyInfo!);
            var take = typeof(IRowSink).GetMethod(WordOf(property))!;
            return Expression.Call(sink, take, Converted(value, property.GetTypeMapping().Converter?.ConvertToProviderExpression, take.GetParameters()[0].ParameterType));
        }
    }

    private static Func<IRowSource, T> Reader(List<IProperty> properties)
    {
        var source = Expression.Parameter(typeof(IRowSource));
        // In the order of the columns, which a list of initializers keeps.
        var made = Expression.MemberInit(Expression.New(typeof(T)), properties.Select(property => Expression.Bind(
            property.PropertyInfo!,
            Converted(Expression.Call(source, typeof(IRowSource).GetMethod(WordOf(property))!), property.GetTypeMapping().Converter?.ConvertFromProviderExpression, property.ClrType))));
        return Expression.Lambda<Func<IRowSource, T>>(made, source).Compile();
    }

    /// <summary>The value as another type by way of the converter, none as none.</summary>
    private static Expression Converted(Expression value, LambdaExpression? converter, Type wanted)
    {
        if (converter is null) return value.Type == wanted ? value : Expression.Convert(value, wanted);
        var kept = Expression.Variable(value.Type);
        var there = value.Type.IsValueType ? Nullable.GetUnderlyingType(value.Type) is null ? Expression.Constant(true) : (Expression)Expression.Property(kept, "HasValue") : Expression.NotEqual(kept, Expression.Constant(null, value.Type));
        var from = Expression.Convert(kept, converter.Parameters[0].Type);
        var to = Expression.Convert(Expression.Invoke(converter, from), wanted);
        return Expression.Block(wanted, [kept], Expression.Assign(kept, value), Expression.Condition(there, to, Expression.Default(wanted)));
    }

    /// <exception cref="NotSupportedException">The plan tables hold texts, whole numbers, days and flags alone.</exception>
    private static string WordOf(IProperty property)
    {
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        stored = Nullable.GetUnderlyingType(stored) ?? stored;
        return stored == typeof(string) ? nameof(IRowSink.Text)
            : stored == typeof(long) ? nameof(IRowSink.Big)
            : stored == typeof(int) ? nameof(IRowSink.Whole)
            : stored == typeof(DateOnly) ? nameof(IRowSink.Day)
            : stored == typeof(bool) ? nameof(IRowSink.Flag)
            : throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name} is stored as {stored.Name}, which is neither text, number, day nor flag.");
    }
}
