using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Polaris.Client.Http;

/// <summary>Writes request bodies as JSON and reads the bodies that the <see cref="BodyHandler"/> received.</summary>
/// <param name="options">The metadata of every type, from source-generated contexts.</param>
internal sealed class ContentSerializer(JsonSerializerOptions options) : IHttpContentSerializer, ISynchronousContentSerializer
{
    // Shared by all requests: nothing changes it after this point.
    private static readonly MediaTypeHeaderValue JsonMediaType = new("application/json");

    /// <summary>Serializes the body into memory, so that its length is known and it can be sent again.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> has no JSON metadata.</exception>
    public HttpContent ToHttpContentSynchronous<T>(T item)
    {
        if (item is null)
        {
            throw new ArgumentNullException(nameof(item), "A request body cannot be null.");
        }

        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(item, TypeInfoOf<T>()));
        content.Headers.ContentType = JsonMediaType;
        return content;
    }

    /// <inheritdoc/>
    public HttpContent ToHttpContent<T>(T item) => ToHttpContentSynchronous(item);

    /// <inheritdoc/>
    public HttpContent ToStreamingHttpContent<T>(T item) => ToHttpContentSynchronous(item);

    /// <summary>Reads a body that is already in memory.</summary>
    /// <exception cref="JsonException">The body is empty, is the JSON value null, or is not the JSON of a <typeparamref name="T"/>.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> has no JSON metadata.</exception>
    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Read<T>(((ReceivedBody)content).Bytes));
        }
        catch (Exception exception)
        {
            return Task.FromException<T?>(exception);
        }
    }

    /// <summary>Returns null: Refit uses field names only for forms, which this library does not send.</summary>
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    private T? Read<T>(ReadOnlySpan<byte> json)
    {
        var typeInfo = TypeInfoOf<T>();
        if (json.StartsWith(ByteOrderMark))
        {
            json = json.Slice(ByteOrderMark.Length);
        }

        if (json.IsEmpty)
        {
            throw new JsonException("The response has an empty body where JSON was expected.");
        }

        var value = JsonSerializer.Deserialize(json, typeInfo);
        return value is null && !IsNullable<T>.Value
            ? throw new JsonException("The response is the JSON value null, but an object or array was expected.")
            : value;
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private JsonTypeInfo<T> TypeInfoOf<T>() => options.TryGetTypeInfo(typeof(T), out var typeInfo)
        ? (JsonTypeInfo<T>)typeInfo
        : throw new NotSupportedException(
            $"JSON metadata is missing for the type {typeof(T)}. Add [JsonSerializable(typeof({NameOf(typeof(T))}))] to your "
            + "JsonSerializerContext and pass that context as the parameter 'json' of CreateApi.");

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.IsArray ? $"{NameOf(type.GetElementType()!)}[]" : type.Name;

    private static class IsNullable<T>
    {
        public static readonly bool Value = Nullable.GetUnderlyingType(typeof(T)) is not null;
    }
}
