using Refit;

namespace Polaris.Client.Http;

/// <summary>Values that are passed with a request, from Refit and the caller to the handlers and back.</summary>
internal static class RequestOptions
{
    /// <summary>The request property with the path of a resource, which replaces <c>{**resource}</c> in a template.</summary>
    public const string ResourceKey = "Polaris.Client.Resource";

    /// <summary>The request property that forbids sending a request again after its response was lost.</summary>
    public const string SentOnceKey = "Polaris.Client.SentOnce";

    /// <summary>The request property of a POST that changes nothing, so that it may be repeated like a GET.</summary>
    public const string OnlyReadsKey = "Polaris.Client.OnlyReads";

    /// <summary>Returns the method and the route template of a request, or only the method if it has no template.</summary>
    public static string RouteOf(HttpRequestMessage request) =>
        TemplateOf(request) is { } template ? $"{request.Method.Method} {template}" : request.Method.Method;

    /// <summary>Returns the route template that Refit recorded, for example <c>/objectlocks/{objectTypeId}/{objectId}</c>.</summary>
    public static string? TemplateOf(HttpRequestMessage request)
    {
        var template = Get<string>(request, HttpRequestMessageOptions.RelativePathTemplate);
        return Get<string>(request, ResourceKey) is { } resource ? template?.Replace("{**resource}", resource) : template;
    }

    /// <summary>Returns the value that a <c>[Property]</c> parameter or a handler stored, or the default value if there is none.</summary>
    public static T? Get<T>(HttpRequestMessage request, string key) =>
#if NETFRAMEWORK
        request.Properties.TryGetValue(key, out var value) && value is T typed ? typed : default;
#else
        request.Options.TryGetValue(new HttpRequestOptionsKey<T>(key), out var value) ? value : default;
#endif

    /// <summary>Stores a value for the outer handlers.</summary>
    public static T Set<T>(HttpRequestMessage request, string key, T value)
        where T : class
    {
#if NETFRAMEWORK
        request.Properties[key] = value;
#else
        request.Options.Set(new HttpRequestOptionsKey<T>(key), value);
#endif
        return value;
    }
}
