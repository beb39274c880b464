using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Http;

/// <summary>Remembers how a type was read or written last: a program mostly has one server, and a look-up for each call costs.</summary>
internal static class LastUsed<T>
{
    private static JsonTypeInfo<T>? typeInfo;

    public static JsonTypeInfo<T> TypeInfoOf(JsonSerializerOptions options) =>
        typeInfo is { } last && ReferenceEquals(last.Options, options)
            ? last
            : typeInfo = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
