using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Marc;

namespace Polaris.Client.Tests.Faults;

/// <summary>Calls methods of the library with arguments of no importance, so that a new method is tested without a line about it.</summary>
internal static class AnyArguments
{
    /// <summary>The ID of everything.</summary>
    public const int Id = 5;

    /// <summary>The barcode of everything.</summary>
    public const string Text = "0005";

    private static readonly JsonSerializerOptions OfTheClient = new PolarisProfile(Http.TestClient.Options(), TimeProvider.System).Json;

    /// <summary>The JSON options of the client, with which types that it only reads can be written too.</summary>
    public static readonly JsonSerializerOptions Json = new(OfTheClient)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(OfTheClient.TypeInfoResolver, new DefaultJsonTypeInfoResolver()),
    };

    public static readonly Guid Uuid = new("8081d707-610f-4b50-a28b-c36a6d25191b");

    /// <summary>The methods of a client that read: their names begin with Get, Find or List.</summary>
    public static IEnumerable<MethodInfo> ReadsOf(Type client) => client.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method =>
        !method.IsSpecialName && method.Name.EndsWith("Async", StringComparison.Ordinal)
        && new[] { "Get", "Find", "List" }.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)));

    /// <summary>Calls the method and returns its result, a stream as a list.</summary>
    public static async Task<object?> InvokeAsync(MethodInfo method, object client)
    {
        var returned = method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(Argument)], null)!;
        if (returned is Task task)
        {
            await task;
            return task.GetType().GetProperty("Result")?.GetValue(task);
        }

        var element = method.ReturnType.GetGenericArguments().Single();
        return await (Task<object>)typeof(AnyArguments).GetMethod(nameof(DrainAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(element).Invoke(null, [returned])!;
    }

    /// <summary>Creates an object whose properties are all set, as far as their types are simple or again such objects.</summary>
    public static object Filled(Type type, int depth = 0)
    {
        var filled = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0))
        {
            if (Value(property.PropertyType, depth) is { } value)
            {
                property.SetValue(filled, value);
            }
        }

        return filled;
    }

    private static object? Argument(ParameterInfo parameter) =>
        parameter.HasDefaultValue && parameter.ParameterType != typeof(CancellationToken) ? parameter.DefaultValue
        : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
        : Value(parameter.ParameterType, 0);

    private static object? Value(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(int) ? Id
            : type == typeof(long) ? (long)Id
            : type == typeof(decimal) ? 5m
            : type == typeof(double) ? 5d
            : type == typeof(bool) ? true
            : type == typeof(string) ? Text
            : type == typeof(Guid) ? Uuid
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero)
            : type == typeof(MarcRecord) ? new MarcRecord().Control("001", "5").Field("245", '1', '0', ('a', "Frogs"))
            : type == typeof(JsonElement) ? JsonDocument.Parse($$"""{"ItemRecordID":{{Id}},"Barcode":"{{Text}}"}""").RootElement
            : type.IsEnum ? Enum.ToObject(type, Id)
            : ElementOf(type) is { } element ? ListOf(element, depth)
            : type is { IsClass: true, IsAbstract: false, Namespace: { } space } && space.StartsWith("Polaris.Client", StringComparison.Ordinal)
                && depth < 3 && type.GetConstructor(Type.EmptyTypes) is not null ? Filled(type, depth + 1)
            : null;
    }

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && !type.IsAssignableTo(typeof(IDictionary)) && type.GetGenericArguments() is [var element]
        && type.IsAssignableFrom(typeof(List<>).MakeGenericType(element)) ? element : null;

    private static IList? ListOf(Type element, int depth)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (Value(element, depth + 1) is { } value)
        {
            list.Add(value);
        }

        // Workflows that combine records need two IDs.
        if (element == typeof(int))
        {
            list.Add(Id);
        }

        return list;
    }

    private static async Task<object> DrainAsync<T>(IAsyncEnumerable<T> stream)
    {
        var list = new List<T>();
        await foreach (var item in stream)
        {
            list.Add(item);
            Assert.That(list, Has.Count.LessThan(1000), "The stream does not end.");
        }

        return list;
    }
}
