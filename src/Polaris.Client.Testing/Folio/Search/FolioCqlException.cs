namespace Polaris.Client.Testing;

/// <summary>The server cannot evaluate this query; the message is the text of its 400.</summary>
#pragma warning disable CA1064 // Never leaves the fake: it becomes a response.
internal sealed class FolioCqlException(string message) : Exception(message)
{
    public static FolioCqlException Syntax(string message) => new("org.z3950.zing.cql.CQLParseException: " + message);
}
