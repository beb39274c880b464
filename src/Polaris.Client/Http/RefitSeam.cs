using System.Text.Json;
using Refit;
#if USE_REFIT_PACKAGE
#endif

namespace Polaris.Client.Http;

/// <summary>All that differs between the generated implementations and those of the Refit package.</summary>
/// <remarks>
/// Written for the package's versions 8 to 10. From version 11 on the package wraps the exceptions of message handlers in
/// its own unless it is told otherwise, and from 12 on its factories return <c>ValueTask</c>. One difference is left: where
/// a server answers with the JSON value null although the type is not nullable, the package returns null.
/// </remarks>
internal static class RefitSeam
{
#if !USE_REFIT_PACKAGE
    /// <summary>The verb and the route template of a request; the verb alone where it has no template.</summary>
    public static string RouteOf(HttpRequestMessage request) =>
        request is RefitRequestMessage message ? message.Route : request.Method.Method;

    /// <summary>The form of a base address, with its path, that the implementation resolves routes against.</summary>
    public static Uri BaseAddress(Uri address) => ServerAddress.WithTrailingSlash(address);

    /// <summary>Writes a body as the type that the interface declares.</summary>
    public static byte[] Serialize<T>(T body, JsonSerializerOptions options) =>
        JsonSerializer.SerializeToUtf8Bytes(body, LastUsed<T>.TypeInfoOf(options));

    /// <summary>The settings of <c>RestService.For</c>; the function makes the exception for a broken body.</summary>
    public static RefitSettings CreateSettings(
        JsonContentSerializer serializer, Func<HttpResponseMessage, Exception, Task<Exception?>> whenUnreadable) =>
        new(serializer) { DeserializationExceptionFactory = whenUnreadable };

    // A request makes its dictionary when it is first looked at, and most calls carry nothing.
    private static bool HasProperties(HttpRequestMessage request) => request is not RefitRequestMessage { HasProperties: false };

    private static void NoteProperty(HttpRequestMessage request)
    {
        if (request is RefitRequestMessage message)
            message.HasProperties = true;
    }
#else
    /// <summary>The verb and the route template of a request; the verb alone where it has no template.</summary>
    public static string RouteOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(
            new HttpRequestOptionsKey<RestMethodInfo>(HttpRequestMessageOptions.RestMethodInfo), out RestMethodInfo? method)
            ? $"{request.Method.Method} {method.RelativePath}"
            : request.Method.Method;

    /// <summary>The form of a base address, with its path, that the implementation resolves routes against.</summary>
    /// <remarks>The package appends the route, slash and all, to the path: a trailing slash would be doubled.</remarks>
    public static Uri BaseAddress(Uri address) => new(address.AbsoluteUri.TrimEnd('/'));

    /// <summary>Writes a body as the type that the interface declares.</summary>
    /// <remarks>The package hands every body over as object; the declared type is among those it has.</remarks>
    public static byte[] Serialize<T>(T body, JsonSerializerOptions options)
    {
        foreach (Type type in (Type[])[body!.GetType(), .. body.GetType().GetInterfaces()])
        {
            if (options.TryGetTypeInfo(type, out JsonTypeInfo? typeInfo))
                return JsonSerializer.SerializeToUtf8Bytes(body, typeInfo);
        }
        return JsonSerializer.SerializeToUtf8Bytes(body, options.GetTypeInfo(body.GetType()));
    }

    /// <summary>The settings of <c>RestService.For</c>; the function makes the exception for a broken body.</summary>
    public static RefitSettings CreateSettings(
        JsonContentSerializer serializer, Func<HttpResponseMessage, Exception, Task<Exception?>> whenUnreadable) =>
        new(serializer)
        {
            UrlParameterFormatter = new UrlParameterFormatter(),
            // Statuses are judged by the message handlers.
            ExceptionFactory = static _ => Task.FromResult<Exception?>(null),
            // Otherwise a body is pushed in chunks, without a Content-Length.
            Buffered = true,
            // The package would swallow the exception where the factory gives none, and maps cancellations as well.
            DeserializationExceptionFactory = async (response, exception) => exception is OperationCanceledException
                ? exception
                : await whenUnreadable(response, exception).ConfigureAwait(false) ?? exception,
        };

    private static bool HasProperties(HttpRequestMessage request) => true;

    private static void NoteProperty(HttpRequestMessage request)
    {
        // The package's requests always carry properties.
    }

    /// <summary>Writes values as the generated implementations do.</summary>
    private sealed class UrlParameterFormatter : IUrlParameterFormatter
    {
        public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type)
        {
            string? text = value switch
            {
                bool flag => flag ? "true" : "false",
                DateTime or DateTimeOffset =>
                    ((IFormattable)value).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
                DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value?.ToString(),
            };
            if (text is null or "" or "." or ".." && attributeProvider is ParameterInfo parameter && IsInRoute(parameter))
                throw new ArgumentException(
                    "A route value cannot be null, empty, \".\" or \"..\": it would address another resource.",
                    parameter.Name);
            return text;
        }

        private static bool IsInRoute(ParameterInfo parameter)
        {
            string name = parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? parameter.Name!;
            return parameter.Member.GetCustomAttribute<HttpMethodAttribute>()!.Path
                .Contains("{" + name + "}", StringComparison.OrdinalIgnoreCase);
        }
    }
#endif

    /// <summary>What a [Property] parameter carried, or the default where it was null or not there.</summary>
    public static T? Property<T>(HttpRequestMessage request, string key) =>
#if NETSTANDARD2_0
        HasProperties(request) && request.Properties.TryGetValue(key, out object? value) && value is T property ? property : default;
#else
        HasProperties(request)
        && request.Options.TryGetValue(new HttpRequestOptionsKey<object?>(key), out object? value)
        && value is T property
            ? property
            : default;
#endif

    /// <summary>Hands a value to the outer handlers.</summary>
    public static T Attach<T>(HttpRequestMessage request, string key, T value)
        where T : class
    {
        NoteProperty(request);
#if NETSTANDARD2_0
        request.Properties[key] = value;
#else
        request.Options.Set(new HttpRequestOptionsKey<object?>(key), value);
#endif
        return value;
    }
}
