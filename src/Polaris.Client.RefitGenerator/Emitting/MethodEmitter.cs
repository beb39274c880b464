using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Emitting;

/// <summary>Writes one method: address, request, and one call that all methods share.</summary>
internal static class MethodEmitter
{
    // No parameter is likely to be named like these.
    private const string Address = "__address";
    private const string Request = "__request";

    private const string Calls = "global::Refit.GeneratedCall";

    public static string Emit(InterfaceModel owner, MethodModel method)
    {
        var code = new StringBuilder();
        string parameters = string.Join(", ", method.Parameters.Select(one => $"{one.Type} {one.Name}"));
        code.Append($"    {method.ReturnType} {owner.FullName}.{method.Name}({parameters})\n    {{\n");
        string address = method.IsFixed ? $"this.{owner.FieldOf(method.Route.Template)}" : EmitAddress(code, method);
        Line(code, $"var {Request} = new global::Refit.RefitRequestMessage({Verb(method)}, {address}, "
            + $"{Quote($"{method.Verb} {method.Route.Template}")});");
        EmitHeaders(code, method);
        EmitProperties(code, method);
        EmitBody(code, method);
        Line(code, $"return {Call(method)};");
        return code.Append("    }\n").ToString();
    }

    private static string EmitAddress(StringBuilder code, MethodModel method)
    {
        Line(code, $"var {Address} = new global::Refit.AddressBuilder(this.root, hasQuery: {Bool(method.Route.HasQuery)});");
        foreach (RoutePart part in method.Route.Parts)
            Line(code, part.IsPlaceholder ? Segment(method, part) : $"{Address}.Literal({Quote(part.Text)});");
        foreach (ParameterModel parameter in With(method, ParameterRole.Query))
            QueryEmitter.Emit(code, Address, parameter);
        return $"{Address}.Build()";
    }

    private static string Segment(MethodModel method, RoutePart part)
    {
        ParameterModel parameter = With(method, ParameterRole.Route)
            .First(candidate => string.Equals(candidate.WireName, part.Text, StringComparison.OrdinalIgnoreCase));
        string name = QuotedName(parameter);
        return parameter.Value switch
        {
            ValueKind.Integer or ValueKind.Guid => $"{Address}.Segment({parameter.Name});",
            ValueKind.Text => $"{Address}.Segment({parameter.Name}, {name});",
            _ => $"{Address}.Segment(global::Refit.AddressValue.Format({parameter.Name}), {name});",
        };
    }

    private static void EmitHeaders(StringBuilder code, MethodModel method)
    {
        foreach (HeaderModel header in method.Headers)
            Line(code, $"{Request}.Headers.TryAddWithoutValidation({Quote(header.Name)}, {Quote(header.Value)});");
        foreach (ParameterModel parameter in With(method, ParameterRole.Header))
            Line(code, $"{Calls}.SetHeader("
                + $"{Request}, {Quote(parameter.WireName)}, {parameter.Name}, {QuotedName(parameter)});");
    }

    private static void EmitProperties(StringBuilder code, MethodModel method)
    {
        foreach (ParameterModel parameter in With(method, ParameterRole.Property))
            Line(code, $"{Calls}.SetProperty({Request}, {Quote(parameter.WireName)}, {parameter.Name});");
    }

    private static void EmitBody(StringBuilder code, MethodModel method)
    {
        ParameterModel? body = With(method, ParameterRole.Body).FirstOrDefault();
        if (body is not null)
            Line(code, $"{Request}.Content = this.settings.ContentSerializer.ToHttpContent<{body.Type}>({body.Name});");
        else if (method.Verb is "POST" or "PUT" or "PATCH")
            Line(code, $"{Request}.Content = {Calls}.EmptyContent();");
    }

    private static string Call(MethodModel method)
    {
        string token = With(method, ParameterRole.CancellationToken).FirstOrDefault()?.Name
            ?? "global::System.Threading.CancellationToken.None";
        return method.Answer switch
        {
            AnswerKind.Dropped => $"{Calls}.SendAsync(this.client, {Request}, {token})",
            AnswerKind.Response => $"{Calls}.SendForResponseAsync(this.client, {Request}, {token})",
            _ => $"{Calls}.SendAsync<{method.AnswerType}>(this.client, {Request}, this.settings, "
                + $"nullIsAnAnswer: {Bool(method.Answer == AnswerKind.ValueOrNull)}, {token})",
        };
    }

    private static string Verb(MethodModel method) => method.Verb == "PATCH"
        ? $"{Calls}.Patch"
        : $"global::System.Net.Http.HttpMethod.{method.Verb[0]}{method.Verb.Substring(1).ToLowerInvariant()}";

    private static IEnumerable<ParameterModel> With(MethodModel method, ParameterRole role) =>
        method.Parameters.Where(parameter => parameter.Role == role);

    private static string QuotedName(ParameterModel parameter) => Quote(parameter.Name.TrimStart('@'));

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static void Line(StringBuilder code, string line) => code.Append("        ").Append(line).Append('\n');
}
