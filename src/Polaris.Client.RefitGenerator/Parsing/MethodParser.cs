using Microsoft.CodeAnalysis;
using Polaris.Client.RefitGenerator.Diagnostics;
using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Parsing;

/// <summary>Reads one endpoint.</summary>
internal sealed class MethodParser(IMethodSymbol method, List<DiagnosticInfo> diagnostics)
{
    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["Refit.GetAttribute"] = "GET",
        ["Refit.PostAttribute"] = "POST",
        ["Refit.PutAttribute"] = "PUT",
        ["Refit.PatchAttribute"] = "PATCH",
        ["Refit.DeleteAttribute"] = "DELETE",
        ["Refit.HeadAttribute"] = "HEAD",
    };

    public static IEnumerable<AttributeData> VerbsOf(ISymbol member) => member.GetAttributes()
        .Where(attribute => Symbols.IsOrDerives(attribute.AttributeClass, "Refit.HttpMethodAttribute"));

    /// <summary>The endpoint, or null where it cannot be used, which is then among the diagnostics.</summary>
    public MethodModel? Parse()
    {
        if (!method.IsAbstract || method.IsStatic)
            return Refuse(Rules.MethodWithBody, method.Name);
        if (method.IsGenericMethod)
            return Refuse(Rules.GenericMethod, method.Name);
        AttributeData[] verbs = VerbsOf(method).ToArray();
        if (verbs.Length != 1 || !Verbs.TryGetValue(verbs[0].AttributeClass!.ToDisplayString(), out string? verb))
            return Refuse(verbs.Length == 0 ? Rules.NotAnEndpoint : Rules.UnclearVerb, method.Name);

        // An attribute without its text is an error of the compiler already.
        if (verbs[0].StringArgument() is not { } template || ParseRoute(template) is not { } route)
            return null;
        ParameterModel?[] parameters = ParseParameters(verb, route);
        List<HeaderModel> headers = HeaderParser.Parse(method, diagnostics);
        CheckNames(headers, parameters);
        return ParseAnswer() is not (var kind, var type)
            ? null
            : new MethodModel(
                Symbols.NameInCode(method), Symbols.InCode(method.ReturnType), kind, type, verb, route,
                new EquatableArray<HeaderModel>(headers),
                new EquatableArray<ParameterModel>(parameters.OfType<ParameterModel>()));
    }

    private RouteModel? ParseRoute(string template)
    {
        if (!template.StartsWith("/", StringComparison.Ordinal))
        {
            Refuse(Rules.RouteWithoutSlash, template);
            return null;
        }
        (EquatableArray<RoutePart> parts, string? problem) = RouteParser.Parse(template);
        if (problem is null)
            return new RouteModel(template, parts);
        Refuse(Rules.MalformedRoute, template, problem);
        return null;
    }

    private ParameterModel?[] ParseParameters(string verb, RouteModel route)
    {
        var parser = new ParameterParser(verb, route, diagnostics);
        int before = diagnostics.Count;
        ParameterModel?[] parameters = method.Parameters.Select(parser.Parse).ToArray();

        // A parameter that was refused may be the one the placeholder is waiting for.
        if (diagnostics.Count > before)
            return parameters;
        foreach (RoutePart part in route.Parts.Where(part => part.IsPlaceholder))
        {
            if (!parameters.Any(parameter => parameter!.Role == ParameterRole.Route
                && ParameterParser.IsSame(part.Text, parameter.WireName)))
                Refuse(Rules.UnmatchedPlaceholder, part.Text);
        }
        return parameters;
    }

    private void CheckNames(List<HeaderModel> headers, ParameterModel?[] parameters)
    {
        HashSet<string> names = new(headers.Select(header => NameKey(ParameterRole.Header, header.Name)));
        for (int index = 0; index < parameters.Length; index++)
        {
            IParameterSymbol symbol = method.Parameters[index];
            if (parameters[index] is not { } parameter || names.Add(NameKey(parameter.Role, parameter.WireName)))
                continue;
            diagnostics.Add(parameter.Role switch
            {
                ParameterRole.Body => DiagnosticInfo.Of(Rules.SeveralBodies, symbol, method.Name),
                ParameterRole.CancellationToken => DiagnosticInfo.Of(Rules.UnsupportedToken, symbol, symbol.Name),
                _ => DiagnosticInfo.Of(Rules.DuplicateName, symbol, symbol.Name, parameter.WireName),
            });
        }
    }

    // Of bodies and tokens there is one; header names and placeholders are compared without case.
    private static string NameKey(ParameterRole role, string name) => role switch
    {
        ParameterRole.Body or ParameterRole.CancellationToken => role.ToString(),
        ParameterRole.Header or ParameterRole.Route => $"{role} {name.ToUpperInvariant()}",
        _ => $"{role} {name}",
    };

    private (AnswerKind Kind, string Type)? ParseAnswer()
    {
        if (Symbols.Is(method.ReturnType, "System.Threading.Tasks.Task"))
            return (AnswerKind.Dropped, "");
        if (Symbols.WithinTask(method.ReturnType) is { } type && IsAnswer(type))
            return Symbols.Is(type, "System.Net.Http.HttpResponseMessage")
                ? (AnswerKind.Response, "")
                : (IsNullable(type) ? AnswerKind.ValueOrNull : AnswerKind.Value, Symbols.InCode(type));
        Refuse(Rules.UnsupportedReturnType, method.Name, Symbols.InMessage(method.ReturnType));
        return null;
    }

    // The Refit package hands these to the caller unread.
    private static bool IsAnswer(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && !Symbols.IsOrDerives(type, "System.IO.Stream")
        && !Symbols.IsOrDerives(type, "System.Net.Http.HttpContent");

    private static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || Symbols.WithinNullable(type) is not null;

    private MethodModel? Refuse(DiagnosticDescriptor rule, params string[] details)
    {
        diagnostics.Add(DiagnosticInfo.Of(rule, method, details));
        return null;
    }
}
