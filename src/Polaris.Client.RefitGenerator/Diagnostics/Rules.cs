using Microsoft.CodeAnalysis;

namespace Polaris.Client.RefitGenerator.Diagnostics;

/// <summary>What the generator refuses. Each message ends with how to mend it.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor NestedInterface = Rule(1, "Nested or file-local interface",
        "'{0}' is nested or file-local; declare it directly in a namespace");

    public static readonly DiagnosticDescriptor GenericInterface = Rule(2, "Generic interface",
        "'{0}' has type parameters; declare one interface for each concrete type");

    public static readonly DiagnosticDescriptor InheritedInterface = Rule(3, "Interface with base interfaces",
        "'{0}' inherits '{1}'; declare the endpoints in '{0}' itself");

    public static readonly DiagnosticDescriptor NotAnEndpoint = Rule(4, "Member is no endpoint",
        "'{0}' has no verb; mark it [Get], [Post], [Put], [Patch], [Delete] or [Head], or move it out of the interface");

    public static readonly DiagnosticDescriptor MethodWithBody = Rule(5, "Method with an implementation",
        "'{0}' has an implementation of its own; write it as an extension method instead");

    public static readonly DiagnosticDescriptor GenericMethod = Rule(6, "Generic method",
        "'{0}' has type parameters; declare one method for each concrete type");

    public static readonly DiagnosticDescriptor UnclearVerb = Rule(7, "Unclear verb",
        "'{0}' has several verbs or one that is not supported; "
        + "mark it with exactly one of [Get], [Post], [Put], [Patch], [Delete] and [Head]");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = Rule(8, "Return type not supported",
        "'{0}' returns '{1}'; return Task, Task<HttpResponseMessage> or Task<T> of a type that is read from JSON");

    public static readonly DiagnosticDescriptor RouteWithoutSlash = Rule(9, "Route without leading slash",
        "The route \"{0}\" must begin with a slash; it is resolved relative to the base address all the same");

    public static readonly DiagnosticDescriptor MalformedRoute = Rule(10, "Malformed route",
        "The route \"{0}\" cannot be used: {1}");

    public static readonly DiagnosticDescriptor UnmatchedPlaceholder = Rule(11, "Placeholder without parameter",
        "No parameter is named after '{{{0}}}' of the route; add one, or name one with [AliasAs(\"{0}\")]");

    public static readonly DiagnosticDescriptor ByReferenceParameter = Rule(12, "Parameter passed by reference",
        "'{0}' is passed by reference; pass it by value");

    public static readonly DiagnosticDescriptor UnsupportedRouteType = Rule(13, "Route value of unsupported type",
        "'{0}' is of type '{1}', which has no fixed form in a route; "
        + "use a number, a Guid, a string, a bool or a date that is not nullable (for an enum: its number)");

    public static readonly DiagnosticDescriptor UnsupportedQueryType = Rule(14, "Query value of unsupported type",
        "'{0}' is of type '{1}', which has no fixed form in a query; "
        + "use numbers, Guids, strings, bools or dates (for an enum: its number)");

    public static readonly DiagnosticDescriptor CollectionWithoutFormat = Rule(15, "Collection without format",
        "'{0}' is a collection; say how it is written, for example [Query(CollectionFormat.Multi)]");

    public static readonly DiagnosticDescriptor SeveralBodies = Rule(16, "More than one body",
        "'{0}' has more than one [Body]; put both into one type");

    public static readonly DiagnosticDescriptor BodyNotAllowed = Rule(17, "Verb without body",
        "'{0}' is a {1} request, which carries no body; send the value in the query");

    public static readonly DiagnosticDescriptor UnsupportedBodyType = Rule(18, "Body of unsupported type",
        "'{0}' is of type '{1}', which Refit would not send as JSON; use the type that describes the JSON");

    public static readonly DiagnosticDescriptor ImplicitBody = Rule(19, "Body that is not marked",
        "'{0}' would be the body by Refit's implicit rule; mark it [Body] or [Query]");

    public static readonly DiagnosticDescriptor SeveralRoles = Rule(20, "Parameter with several roles",
        "'{0}' has several roles; it can be a part of the route, or one of [Query], [Body], [Header] and [Property]");

    public static readonly DiagnosticDescriptor HeaderNotString = Rule(21, "Header that is not a string",
        "'{0}' is of type '{1}'; a [Header] parameter is a string, formatted by the caller");

    public static readonly DiagnosticDescriptor MalformedHeader = Rule(22, "Malformed header",
        "The header \"{0}\" cannot be sent: {1}");

    public static readonly DiagnosticDescriptor UnsupportedToken = Rule(23, "Cancellation token not supported",
        "'{0}' is nullable or one token too many; take one CancellationToken that is not nullable");

    public static readonly DiagnosticDescriptor DuplicateName = Rule(24, "Name used twice",
        "'{0}' is sent as \"{1}\", and so is another parameter or header; give it another name");

    private static DiagnosticDescriptor Rule(int number, string title, string message) => new(
        $"REFIT{number:000}", title, message, "Refit", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
