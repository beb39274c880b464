using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Polaris.Client.RefitGenerator.Diagnostics;
using Polaris.Client.RefitGenerator.Models;

namespace Polaris.Client.RefitGenerator.Parsing;

/// <summary>Reads an interface that has at least one method with a verb.</summary>
internal static class InterfaceParser
{
    /// <summary>The cheap question, asked of every node: an interface with an attribute on a member.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is InterfaceDeclarationSyntax declaration
        && declaration.Members.Any(member => member is MethodDeclarationSyntax { AttributeLists.Count: > 0 });

    /// <summary>The interface, or null where it has no endpoint.</summary>
    public static ParseResult? Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellationToken) is not INamedTypeSymbol type
            || !IsFirstCandidate(type, context.Node, cancellationToken)
            || !type.GetMembers().Any(member => MethodParser.VerbsOf(member).Any()))
            return null;
        List<DiagnosticInfo> diagnostics = [];
        CheckInterface(type, diagnostics);
        List<MethodModel> methods = ParseMembers(type, diagnostics, cancellationToken);
        return new ParseResult(
            diagnostics.Count == 0 ? Model(type, methods) : null, new EquatableArray<DiagnosticInfo>(diagnostics));
    }

    // A partial interface has several declarations; one of them stands for all.
    private static bool IsFirstCandidate(INamedTypeSymbol type, SyntaxNode node, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken))
            .First(declaration => IsCandidate(declaration, cancellationToken)) == node;

    private static void CheckInterface(INamedTypeSymbol type, List<DiagnosticInfo> diagnostics)
    {
        if (type.ContainingType is not null || type.IsFileLocal)
            diagnostics.Add(DiagnosticInfo.Of(Rules.NestedInterface, type, type.Name));
        if (type.IsGenericType)
            diagnostics.Add(DiagnosticInfo.Of(Rules.GenericInterface, type, type.Name));
        if (type.Interfaces.Length > 0)
            diagnostics.Add(DiagnosticInfo.Of(
                Rules.InheritedInterface, type, type.Name, Symbols.InMessage(type.Interfaces[0])));
    }

    private static List<MethodModel> ParseMembers(
        INamedTypeSymbol type, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        List<MethodModel> methods = [];
        foreach (ISymbol member in type.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            {
                if (new MethodParser(method, diagnostics).Parse() is { } model)
                    methods.Add(model);
            }
            else if (member is IPropertySymbol or IEventSymbol)
            {
                diagnostics.Add(DiagnosticInfo.Of(Rules.NotAnEndpoint, member, member.Name));
            }
        }
        return methods;
    }

    private static InterfaceModel Model(INamedTypeSymbol type, List<MethodModel> methods) => new(
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
        type.Name,
        Symbols.InCode(type),
        new EquatableArray<MethodModel>(methods));
}
