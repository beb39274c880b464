using System.Reflection;
using Polaris.Client.ConventionTests.Types;
using Polaris.Client.Folio;
using Refit;

namespace Polaris.Client.ConventionTests.Wire;

/// <summary>One method of an endpoint interface: its verb, its route, and the types of its bodies.</summary>
internal sealed class Endpoint
{
    private const string Resource = "{**resource}";

    private readonly string[] _segments;

    private Endpoint(MethodInfo method, HttpMethodAttribute call, string path)
    {
        Name = $"{method.DeclaringType!.Name}.{method.Name}";
        IsOfFolio = method.DeclaringType.Namespace == "Polaris.Client.Folio";
        Verb = call.Method.Method;
        Route = path.Split('?')[0].Trim('/');
        Query = path.Split('?').ElementAtOrDefault(1) ?? "";
        Body = method.GetParameters().FirstOrDefault(parameter => parameter.GetCustomAttribute<BodyAttribute>() is not null)?.ParameterType;
        Answer = method.ReturnType is { IsGenericType: true } task ? task.GetGenericArguments()[0] : null;
        Answer = Answer == typeof(HttpResponseMessage) ? null : Answer;
        _segments = Route.Split('/');
    }

    /// <summary>Every endpoint of the library.</summary>
    public static IReadOnlyList<Endpoint> All { get; } = [.. Assemblies.WrittenTypes
        .Where(type => type.IsInterface)
        .SelectMany(type => type.GetMethods())
        .Select(method => (Method: method, Call: method.GetCustomAttribute<HttpMethodAttribute>()))
        .Where(found => found.Call is not null)
        .SelectMany(found => OfResources(found.Method, found.Call!))];

    public string Name { get; }

    public bool IsOfFolio { get; }

    public string Verb { get; }

    /// <summary>The route without slash at its ends.</summary>
    public string Route { get; }

    /// <summary>The query that the route fixes; empty if it has none.</summary>
    public string Query { get; }

    public Type? Body { get; }

    public Type? Answer { get; }

    /// <summary>Whether a call goes to this endpoint. What stands before the route (the base address) does not matter.</summary>
    /// <param name="call">Verb, blank, path and query.</param>
    public bool Answers(string call)
    {
        string[] parts = call.Split(' ', 2);
        if (parts.Length < 2 || parts[0] != Verb) return false;

        string[] path = parts[1].Split('?')[0].Trim('/').Split('/');
        return path.Length >= _segments.Length && path[^_segments.Length..].Zip(_segments).All(pair => IsSame(pair.First, pair.Second));
    }

    public override string ToString() => $"{Name}: {Verb} /{Route}";

    /// <summary>The one interface of FOLIO's records stands for the endpoints of each of them.</summary>
    private static IEnumerable<Endpoint> OfResources(MethodInfo method, HttpMethodAttribute call) => !call.Path.Contains(Resource, StringComparison.Ordinal)
        ? [new Endpoint(method, call, call.Path)]
        : Assemblies.WrittenTypes.Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(FolioRecord)) && Has(type, call))
            .Where(record => !IsForBatches(method) || FolioResourceAttribute.Of(record).BatchPath is not null).Select(record => new Endpoint(
            method.IsGenericMethodDefinition ? method.MakeGenericMethod(record) : method,
            call,
            call.Path.Replace(Resource, PathOf(method, FolioResourceAttribute.Of(record)), StringComparison.Ordinal)));

    /// <summary>Only instances, holdings and items have the endpoints for many records.</summary>
    private static bool IsForBatches(MethodInfo method) =>
        method.Name is nameof(IRecordsApi.RetrieveAsync) or nameof(IRecordsApi.SaveBatchAsync);

    private static string PathOf(MethodInfo method, FolioResourceAttribute resource) =>
        method.Name == nameof(IRecordsApi.SaveBatchAsync) ? resource.BatchPath! : resource.Path;

    /// <summary>Some resources can only be listed, and few can be deleted by query.</summary>
    private static bool Has(Type record, HttpMethodAttribute call)
    {
        FolioResourceAttribute resource = FolioResourceAttribute.Of(record);
        return (call.Method.Method, call.Path) switch
        {
            ("DELETE", "/" + Resource) => resource.DeletesByQuery,
            ("GET", "/" + Resource) => true,
            _ => !resource.IsListOnly,
        };
    }

    private static bool IsSame(string segment, string template) => template.StartsWith('{')
        ? segment.Length > 0
        : segment.Equals(template, StringComparison.OrdinalIgnoreCase);
}
