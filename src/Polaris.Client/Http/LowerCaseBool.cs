using System.ComponentModel;
using Refit;

namespace Polaris.Client;

/// <summary>Writes a boolean query value as JSON does; Refit by itself writes <c>True</c>.</summary>
/// <remarks>Used as <c>[Query("", "name"), QueryConverter(typeof(LowerCaseBool))] bool? name</c>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LowerCaseBool : IQueryConverter<bool?>
{
    /// <inheritdoc/>
    public void Flatten(bool? value, string keyPrefix, ref GeneratedQueryStringBuilder builder, RefitSettings settings)
    {
        if (value is { } flag)
        {
            builder.Add(keyPrefix, flag ? "true" : "false", preEncoded: true);
        }
    }
}
