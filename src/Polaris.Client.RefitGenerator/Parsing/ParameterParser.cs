using Microsoft.CodeAnalysis;
using Polaris.Client.RefitGenerator.Diagnostics;
using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Parsing;

/// <summary>Finds out where the value of a parameter goes, by Refit's rules where they are clear.</summary>
internal sealed class ParameterParser(string verb, RouteModel route, List<DiagnosticInfo> diagnostics)
{
    private static readonly Dictionary<string, ParameterRole> RoleAttributes = new()
    {
        ["Refit.QueryAttribute"] = ParameterRole.Query,
        ["Refit.BodyAttribute"] = ParameterRole.Body,
        ["Refit.HeaderAttribute"] = ParameterRole.Header,
        ["Refit.PropertyAttribute"] = ParameterRole.Property,
    };

    /// <summary>The parameter, or null where it cannot be used, which is then among the diagnostics.</summary>
    public ParameterModel? Parse(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
            return Refuse(Rules.ByReferenceParameter, parameter);
        if (Symbols.Is(Symbols.WithinNullable(parameter.Type) ?? parameter.Type, "System.Threading.CancellationToken"))
            return Token(parameter);

        string name = Symbols.Attribute(parameter, "Refit.AliasAsAttribute")?.StringArgument() ?? parameter.Name;
        AttributeData[] roles = parameter.GetAttributes().Where(IsRole).ToArray();
        bool isInRoute = route.Parts.Any(part => part.IsPlaceholder && IsSame(part.Text, name));
        if (roles.Length + (isInRoute ? 1 : 0) > 1)
            return Refuse(Rules.SeveralRoles, parameter);
        if (isInRoute)
            return InRoute(parameter, name);
        return roles.Length == 1 ? Marked(parameter, name, roles[0]) : Unmarked(parameter, name);
    }

    public static bool IsSame(string placeholder, string name) =>
        string.Equals(placeholder, name, StringComparison.OrdinalIgnoreCase);

    private ParameterModel? Token(IParameterSymbol parameter) =>
        Symbols.WithinNullable(parameter.Type) is null
            ? Model(parameter, ParameterRole.CancellationToken, parameter.Name)
            : Refuse(Rules.UnsupportedToken, parameter);

    private ParameterModel? InRoute(IParameterSymbol parameter, string name)
    {
        ValueKind kind = AddressTypes.KindOf(parameter.Type);
        return kind == ValueKind.Unsupported || Symbols.WithinNullable(parameter.Type) is not null
            ? Refuse(Rules.UnsupportedRouteType, parameter, Symbols.InMessage(parameter.Type))
            : Model(parameter, ParameterRole.Route, name, kind);
    }

    private ParameterModel? Marked(IParameterSymbol parameter, string name, AttributeData attribute) =>
        RoleAttributes[attribute.AttributeClass!.ToDisplayString()] switch
        {
            ParameterRole.Query => Query(parameter, name, attribute),
            ParameterRole.Body => Body(parameter),
            ParameterRole.Header => Header(parameter, attribute.StringArgument() ?? ""),
            _ => Model(parameter, ParameterRole.Property, attribute.StringArgument() ?? parameter.Name),
        };

    private ParameterModel? Unmarked(IParameterSymbol parameter, string name)
    {
        bool couldBeBody = verb is "POST" or "PUT" or "PATCH"
            && !parameter.Type.IsValueType && parameter.Type.SpecialType != SpecialType.System_String;
        return couldBeBody ? Refuse(Rules.ImplicitBody, parameter) : Query(parameter, name, attribute: null);
    }

    private ParameterModel? Query(IParameterSymbol parameter, string name, AttributeData? attribute)
    {
        ITypeSymbol? item = AddressTypes.ItemOf(parameter.Type);
        ValueKind kind = AddressTypes.KindOf(item ?? parameter.Type);
        if (kind == ValueKind.Unsupported)
            return Refuse(Rules.UnsupportedQueryType, parameter, Symbols.InMessage(parameter.Type));
        CollectionKind format = item is null ? CollectionKind.None : FormatOf(attribute);
        return item is not null && format == CollectionKind.None
            ? Refuse(Rules.CollectionWithoutFormat, parameter)
            : Model(parameter, ParameterRole.Query, name, kind, format);
    }

    private static CollectionKind FormatOf(AttributeData? attribute)
    {
        IEnumerable<TypedConstant> arguments = attribute is null
            ? []
            : attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.Value));
        return arguments.FirstOrDefault() is { Kind: TypedConstantKind.Enum, Value: int format }
            && Enum.IsDefined(typeof(CollectionKind), format)
                ? (CollectionKind)format
                : CollectionKind.None;
    }

    private ParameterModel? Body(IParameterSymbol parameter)
    {
        if (verb is "GET" or "HEAD")
            return Refuse(Rules.BodyNotAllowed, parameter, verb);
        bool isSentRaw = parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object
            || parameter.Type.TypeKind == TypeKind.Dynamic
            || Symbols.IsOrDerives(parameter.Type, "System.IO.Stream")
            || Symbols.IsOrDerives(parameter.Type, "System.Net.Http.HttpContent");
        return isSentRaw
            ? Refuse(Rules.UnsupportedBodyType, parameter, Symbols.InMessage(parameter.Type))
            : Model(parameter, ParameterRole.Body, parameter.Name);
    }

    private ParameterModel? Header(IParameterSymbol parameter, string name)
    {
        if (parameter.Type.SpecialType != SpecialType.System_String)
            return Refuse(Rules.HeaderNotString, parameter, Symbols.InMessage(parameter.Type));
        if (HeaderParser.NameProblem(name) is not { } problem)
            return Model(parameter, ParameterRole.Header, name);
        diagnostics.Add(DiagnosticInfo.Of(Rules.MalformedHeader, parameter, name, problem));
        return null;
    }

    private ParameterModel? Refuse(DiagnosticDescriptor rule, IParameterSymbol parameter, params string[] details)
    {
        diagnostics.Add(DiagnosticInfo.Of(rule, parameter, [parameter.Name, .. details]));
        return null;
    }

    private static ParameterModel Model(
        IParameterSymbol parameter,
        ParameterRole role,
        string wireName,
        ValueKind kind = ValueKind.Unsupported,
        CollectionKind collection = CollectionKind.None) =>
        new(Symbols.NameInCode(parameter), Symbols.InCode(parameter.Type), role, wireName, kind, collection);

    private static bool IsRole(AttributeData attribute) =>
        attribute.AttributeClass is { } type && RoleAttributes.ContainsKey(type.ToDisplayString());
}
