using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Polaris.Client.Http;

/// <summary>The settings for every Refit interface of this library.</summary>
internal static class ApiSettings
{
    /// <summary>Creates the settings for the library's own interfaces, in which every method with a result requires a body.</summary>
    public static RefitSettings Create(ServerProfile profile, JsonSerializerOptions json)
    {
        var settings = CreateFor(profile, json);
        settings.ExceptionFactory = RequireBody;
        return settings;
    }

    /// <summary>Creates the settings for an interface of the caller's own, where 204 returns null, as in Refit.</summary>
    /// <param name="profile">The kind of server, with its JSON settings.</param>
    /// <param name="json">The metadata of the caller's types; <c>null</c> for types of this library.</param>
    public static RefitSettings CreateForCaller(ServerProfile profile, IJsonTypeInfoResolver? json)
    {
        var combined = new JsonSerializerOptions(profile.Json)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(json, profile.Json.TypeInfoResolver, CommonJson.Default),
        };
        combined.MakeReadOnly();
        var settings = CreateFor(profile, combined);
        settings.UrlParameterFormatter = new InvariantUrlParameterFormatter();
        return settings;
    }

    private static RefitSettings CreateFor(ServerProfile profile, JsonSerializerOptions json) => new(new ContentSerializer(json))
    {
        RequestBodySerialization = RequestBodySerializationMode.Buffered,

        // The handlers evaluate statuses and lost connections; Refit would wrap their exceptions in its own.
        ExceptionFactory = static _ => default,
        TransportExceptionFactory = static (_, exception, _) => exception,
        DeserializationExceptionFactory = (response, exception) => new(profile.Unreadable(response, exception)),
    };

    /// <summary>Makes Refit call the serializer, which rejects an empty body. For 204 it would return null instead.</summary>
    private static ValueTask<Exception?> RequireBody(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            response.StatusCode = HttpStatusCode.OK;
        }

        return default;
    }
}

/// <summary>Types that an interface of the caller's own often returns, so that it does not need a context for them.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(long?))]
[JsonSerializable(typeof(decimal?))]
[JsonSerializable(typeof(Guid?))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(List<JsonElement>))]
[JsonSerializable(typeof(List<int>))]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class CommonJson : JsonSerializerContext;

/// <summary>Writes dates in the caller's routes and queries as ISO 8601 and booleans as JSON does; Refit would format them by culture.</summary>
internal sealed class InvariantUrlParameterFormatter : DefaultUrlParameterFormatter
{
    /// <inheritdoc/>
    public override string? Format(object? parameterValue, ICustomAttributeProvider attributeProvider, Type type) => parameterValue switch
    {
        bool flag => flag ? "true" : "false",
        DateTime or DateTimeOffset when !HasFormat(attributeProvider) => ((IFormattable)parameterValue).ToString("O", CultureInfo.InvariantCulture),
        _ => base.Format(parameterValue, attributeProvider, type),
    };

    private static bool HasFormat(ICustomAttributeProvider attributes) =>
        attributes.GetCustomAttributes(typeof(QueryAttribute), inherit: true).OfType<QueryAttribute>().Any(query => query.Format is not null);
}
