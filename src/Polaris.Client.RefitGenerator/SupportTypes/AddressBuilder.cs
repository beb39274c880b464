using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
#if NET6_0_OR_GREATER
#else
#endif

namespace Refit;

/// <summary>Writes an address: the root, route values as one segment each, then the query.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
internal ref struct AddressBuilder
{
#if NET6_0_OR_GREATER
    private DefaultInterpolatedStringHandler text;
#else
    private readonly StringBuilder text;
#endif
    private bool hasQuery;

    /// <summary>Begins an address.</summary>
    /// <param name="root">The address that all routes stand below, with a slash at its end.</param>
    /// <param name="hasQuery">Whether a literal of the route already holds a query.</param>
    public AddressBuilder(string root, bool hasQuery)
    {
#if NET6_0_OR_GREATER
        // It rents its memory, so the finished address is all that is allocated.
        text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
#else
        text = new StringBuilder();
#endif
        this.hasQuery = hasQuery;
        Append(root);
    }

    /// <summary>Appends a part of the route as it stands.</summary>
    public void Literal(string literal) => Append(literal);

    /// <summary>Appends a route value, which needs no escaping.</summary>
    public void Segment(long value) => Append(value);

    /// <inheritdoc cref="Segment(long)" />
    public void Segment(Guid value) => Append(value);

    /// <summary>Appends a route value, escaped, so that it stays one segment.</summary>
    /// <exception cref="ArgumentException">The value is null, empty, "." or "..".</exception>
    public void Segment(string? value, string parameterName)
    {
        if (value is null || value.Length == 0 || value == "." || value == "..")
            throw new ArgumentException(
                "A route value cannot be null, empty, \".\" or \"..\": it would address another resource.", parameterName);
        Append(Uri.EscapeDataString(value));
    }

    /// <summary>Appends a query parameter, unless its value is null.</summary>
    public void Query(string name, string? value)
    {
        if (value is null)
            return;
        QueryName(name);
        Append(Uri.EscapeDataString(value));
    }

    /// <inheritdoc cref="Query(string, string)" />
    public void Query(string name, long? value)
    {
        if (value is null)
            return;
        QueryName(name);
        Append(value.GetValueOrDefault());
    }

    /// <inheritdoc cref="Query(string, string)" />
    public void Query(string name, Guid? value)
    {
        if (value is null)
            return;
        QueryName(name);
        Append(value.GetValueOrDefault());
    }

    /// <summary>Gives the address, once.</summary>
    public Uri Build() =>
#if NET6_0_OR_GREATER
        new(text.ToStringAndClear());
#else
        new(text.ToString());
#endif

    private void QueryName(string name)
    {
        Append(hasQuery ? "&" : "?");
        Append(name);
        Append("=");
        hasQuery = true;
    }

#if NET6_0_OR_GREATER
    private void Append(string value) => text.AppendLiteral(value);

    private void Append(long value) => text.AppendFormatted(value);

    private void Append(Guid value) => text.AppendFormatted(value);
#else
    private readonly void Append(string value) => text.Append(value);

    private readonly void Append(long value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    private readonly void Append(Guid value) => text.Append(value.ToString("D"));
#endif
}
