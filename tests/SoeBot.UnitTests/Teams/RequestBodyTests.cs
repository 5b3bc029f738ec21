using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using SoeBot.Teams;
using Xunit;

namespace SoeBot.UnitTests.Teams;

public sealed class RequestBodyTests
{
    private const int Most = 100_000;

    [Theory]
    [InlineData(0)]
    [InlineData(7_000)]
    [InlineData(Most)]
    public async Task Read_AnyLengthToldOrNot_IsTheSameBytes(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        foreach (var told in new long?[] { null, length })
        {
            using var body = await RequestBody.ReadAsync(Request(bytes, told), Most);
            Assert.Equal(bytes, body!.Bytes.ToArray());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5L)]
    [InlineData(Most + 1L)]
    public async Task Read_MoreThanAllowed_IsNothing(long? told) =>
        Assert.Null(await RequestBody.ReadAsync(Request(new byte[Most + 1], told), Most));

    private static HttpRequest Request(byte[] bytes, long? told)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(bytes);
        context.Request.ContentLength = told;
        return context.Request;
    }
}
