using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Emitting;

/// <summary>Writes the lines that append a query parameter.</summary>
internal static class QueryEmitter
{
    public static void Emit(StringBuilder code, string address, ParameterModel parameter)
    {
        // The name is escaped now, the value when it is known.
        string query = $"{address}.Query({Quote(Uri.EscapeDataString(parameter.WireName))}, ";
        switch (parameter.Collection)
        {
            case CollectionKind.None:
                code.Append($"        {query}{Value(parameter.Value, parameter.Name)});\n");
                break;
            case CollectionKind.Multi:
                code.Append($"        if ({parameter.Name} is not null)\n        {{\n");
                code.Append($"            foreach (var __item in {parameter.Name})\n");
                code.Append($"                {query}{Value(parameter.Value, "__item")});\n        }}\n");
                break;
            default:
                string format = $"static __item => {Text(parameter.Value, "__item")}";
                code.Append($"        {query}global::Refit.AddressValue.Join({Quote(Separator(parameter.Collection))}, ");
                code.Append($"{parameter.Name}, {format}));\n");
                break;
        }
    }

    private static string Value(ValueKind kind, string expression) => kind switch
    {
        ValueKind.Integer => $"(long?){expression}",
        ValueKind.Formatted => $"global::Refit.AddressValue.Format({expression})",
        _ => expression,
    };

    private static string Text(ValueKind kind, string expression) => kind switch
    {
        ValueKind.Integer => $"global::Refit.AddressValue.Format((long?){expression})",
        ValueKind.Text => expression,
        _ => $"global::Refit.AddressValue.Format({expression})",
    };

    private static string Separator(CollectionKind kind) => kind switch
    {
        CollectionKind.Ssv => " ",
        CollectionKind.Tsv => "\t",
        CollectionKind.Pipes => "|",
        _ => ",",
    };

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
